/** The connectors the catalogue must not be without: providers by category. */
export const expectedProviders = {
  accounting: `
    xero
  `,
  ats: `
    ashby breezyhr bullhorn bullhorn-salesforce cornerstone eploy greenhouse jazzhr
    jobadder-oauth-client-credentials lever logicmelon mercury oraclehcm pinpoint recruitee
    recruitee-marketplace-integration sapsuccessfactors smartrecruiters teamtailor teamtailor-mfa
    ukgpro vincere workable workday workday-oauth2
  `,
  crm: `
    attio bullhorn hubspot pipedrive pipedrive-oauth salesforce
  `,
  documents: `
    confluence googledrive notion notion-oauth sharepoint onedrive
  `,
  hris: `
    adpworkforcenow bamboohr bamboohr-oauth breathehr cascadehr cezannehr charliehr deel deel-oauth
    deel-partner-oauth employmenthero factorialhr factorialhr-partner-oauth fourth gusto haileyhr
    hibob hibob-service-user hrcloud humaans lattice-partner-oauth oraclehcm oysterhr payfit
    paylocity personio personio-custom-integrations sage simployer sapsuccessfactors staffologyhr
    ukgpro ukgprowfm ukgready-oauth ukgready-oauth-client-credentials workday workday-oauth2
    workday-raas workday-wql zelt
  `,
  marketing: `
    airship braze sfmc moengage
  `,
  iam: `
    1password 15five aircall ansibletower anthropic articulate ashby attio autodesk bitwarden box
    bullhorn canva checkmk cloudways contentful databricks databricks-oauth dialpad dixa domo
    dropbox dropboxsign duo egnyte elastic envoy fivetran freshsales github gong
    googleworkspace-oauth greenhouse harvest intercom ironclad jetbrains kameleoon-oauth klaviyo
    lacework lastpass lattice leapsome lever make meistertask meistertask-oauth mixpanel netlify
    notion okta oneflow onelogin openai openvpn oraclehcm pinpoint pipedrive pipedrive-oauth qlik
    qlik-oauth recruitee render retool ringcentral rollbar salesloft scaleway sendgrid
    smartrecruiters scoro smartsheet smartsheet-oauth sonarcloud sophos-oauth spendesk spotdraft
    tableau talentlms teamtailor teamviewer teamviewer-oauth teamwork terraform toggl twilio webex
    webflow-oauth webflowworkspace workable zelt
  `,
  lms: `
    bamboohr go1 sapsuccessfactors talentlms workdaylearning workdaylearning-oauth linkedinlearning
    udemy cornerstone oracle docebo 360learning coursera brainier xyleme cornerstone-library
    cornerstone-library-single-tenant go1-library peoplefluent infosec
  `,
  screening: `
    veremark zinc
  `,
  ticketing: `
    asana asana-oauth hubspot zendesk
  `,
};
