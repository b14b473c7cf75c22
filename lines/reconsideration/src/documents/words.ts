import { all, type Condition, carriedService, is, not, type Paragraph } from '@fadu/procedure';

const law2017 = is('$ruleSet', 'fy2017');

/**
 * One paragraph as the law of 2023 has it and as that of 2017 has it, for matters received before 2024: articles are
 * numbered anew, and some rules are new. Without words for 2017 that law knows nothing of the kind.
 */
export const byLaw = (of2023: string, of2017?: string, when?: Condition): readonly Paragraph[] => [
  { when: when ? all(not(law2017), when) : not(law2017), text: of2023 },
  ...(of2017 === undefined ? [] : [{ when: when ? all(law2017, when) : law2017, text: of2017 }]),
];
/** Words that several papers share. */
export const applicants = '{applicants.name}';
export const act = '{respondent}作出的{act.name}（{act.docNumber}）';
export const remedy = '如不服本决定，可以自收到本决定书之日起十五日内向人民法院提起诉讼。';

/** On whom papers are served: those who applied; or everybody in the case (行政复议法第七十五条第二款). */
export const toApplicants = [{ to: 'applicants' }] as const;
/** Joint respondents each get their own (行政复议法第十九条第二款). */
export const toRespondent = [{ to: 'respondent' }, { to: 'coRespondents' }] as const;
export const toParties = [{ to: 'applicants' }, ...toRespondent, { to: 'thirdParties' }] as const;
/** How a service fills the form of the line's own step. */
export const howServed = carriedService;
