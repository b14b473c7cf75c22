/** Words that several papers share. */
export const applicants = '{applicants.name}';
export const act = '{respondent}作出的{act.name}（{act.docNumber}）';
export const remedy = '如不服本决定，可以自收到本决定书之日起十五日内向人民法院提起诉讼。';

/** On whom papers are served: those who applied; or everybody in the case (行政复议法第七十五条第二款). */
export const toApplicants = [{ to: 'applicants' }] as const;
export const toRespondent = [{ to: 'respondent' }] as const;
export const toParties = [{ to: 'applicants' }, { to: 'respondent' }, { to: 'thirdParties' }] as const;
/** How a service fills the form of the line's own step. */
export const howServed = { serving: 'method', servingConsent: 'consent' } as const;
