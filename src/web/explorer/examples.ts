import areasAndPopulations from './examples/areas-and-populations.graphql?raw';
import controlChart from './examples/control-chart.graphql?raw';
import initiativesOfAPartner from './examples/initiatives-of-a-partner.graphql?raw';
import newestFigures from './examples/newest-figures.graphql?raw';
import scorecardOfTwoCouncils from './examples/scorecard-of-two-councils.graphql?raw';
import surveyEstimates from './examples/survey-estimates.graphql?raw';

export interface Example {
  title: string;
  explanation: string;
  query: string;
}

export const examples: [Example, ...Example[]] = [
  {
    title: 'Scorecard of two councils',
    explanation: 'A year against the year before and the five-year mean: what changed, and whether it is more than chance.',
    query: scorecardOfTwoCouncils,
  },
  {
    title: 'Control chart',
    explanation: 'Three years of months with their limits, and the points that are more than chance.',
    query: controlChart,
  },
  {
    title: 'Initiatives of a partner',
    explanation: 'What is under way with one partner, and the next milestones of each initiative.',
    query: initiativesOfAPartner,
  },
  {
    title: 'Newest figures of every measure',
    explanation: 'The last three months of one council, with the source of each figure.',
    query: newestFigures,
  },
  {
    title: 'Survey estimates',
    explanation: 'How people rate their local police, wave by wave.',
    query: surveyEstimates,
  },
  {
    title: 'Areas and populations',
    explanation: 'Divisions, their councils, and the population once it has been imported.',
    query: areasAndPopulations,
  },
];
