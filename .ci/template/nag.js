// Loads a translated template into an empty CDK application and lets cdk-nag judge it.
//   node nag.js TRANSLATED.json OUTPUT_FOLDER      writes OUTPUT_FOLDER/validation-report.json
const {App, Stack, Validations} = require('aws-cdk-lib');
const {CfnInclude} = require('aws-cdk-lib/cloudformation-include');
const {AwsSolutionsChecks, ServerlessChecks} = require('cdk-nag');

const [templateFile, outdir] = process.argv.slice(2);
const app = new App({outdir, analyticsReporting: false});
const stack = new Stack(app, 'Rampart');
new CfnInclude(stack, 'Template', {templateFile});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
try {
  app.synth();
} catch {
  // It throws when there are findings; the report holds them, and scan.py judges it.
}
