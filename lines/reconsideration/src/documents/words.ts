/** Words that several papers share. */
export const applicants = '{applicants.name}';
export const act = '{respondent}作出的{act.name}（{act.docNumber}）';
export const remedy = '如不服本决定，可以自收到本决定书之日起十五日内向人民法院提起诉讼。';
