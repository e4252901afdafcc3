// Lets cdk-nag judge templates, each loaded into an empty stack of one CDK application.
//   node nag.js FOLDER WAIVERS.json OUTPUT_FOLDER     writes OUTPUT_FOLDER/validation-report.json
// WAIVERS.json holds [{rule, resource, reason}]; each is acknowledged where the resource is.
const fs = require('fs');
const path = require('path');
const {App, Stack, Validations} = require('aws-cdk-lib');
const {CfnInclude} = require('aws-cdk-lib/cloudformation-include');
const {AwsSolutionsChecks, ServerlessChecks} = require('cdk-nag');

const [folder, waiversFile, outdir] = process.argv.slice(2);
const waivers = JSON.parse(fs.readFileSync(waiversFile, 'utf8'));

// The pack that a rule belongs to is the beginning of its name; the CDK's own linter has none.
const qualified = rule =>
  `${rule.match(/^(AwsSolutions|Serverless)-/)?.[1] ?? 'CloudFormation-Validate'}::${rule}`;

const app = new App({outdir, analyticsReporting: false});
for (const file of fs.readdirSync(folder).filter(name => name.endsWith('.json'))) {
  const stack = new Stack(app, path.basename(file, '.json'));
  const template = new CfnInclude(stack, 'Template', {templateFile: path.join(folder, file)});
  for (const {rule, resource, reason} of waivers) {
    const judged = template.node.tryFindChild(resource);
    if (judged) {
      Validations.of(judged).acknowledge({id: qualified(rule), reason});
    }
  }
}
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
try {
  app.synth();
} catch {
  // It throws when there are findings; the report holds them, and scan.py judges it.
}
