package dev.rampart.local.deploy;

import dev.rampart.local.account.AwsTarget;
import dev.rampart.local.account.DeployedStack;
import java.io.PrintWriter;

/** What a person types to try a deployed stack. Secrets go from AWS into variables, unseen. */
record SmokeTestHint(AwsTarget target, DeployedStack stack) {
  private static final String CLIENT = "MachineClientId";

  void print(PrintWriter out) {
    out.println();
    if (stack.outputs().containsKey(CLIENT)) {
      printTest(out);
    } else {
      printHowToGetClient(out);
    }
  }

  private void printTest(PrintWriter out) {
    out.println("Try it, secrets unseen:");
    out.println();
    out.println(
        """
        export RAMPART_API_KEY="$(aws apigateway get-api-key --include-value \\
          --api-key %s --query value --output text%s)"
        export RAMPART_CLIENT_ID=%s
        export RAMPART_CLIENT_SECRET="$(aws cognito-idp describe-user-pool-client \\
          --user-pool-id %s --client-id %s \\
          --query UserPoolClient.ClientSecret --output text%s)"
        ./rampart demo --target %s --sign-in %s
        """
            .formatted(
                output("ProgramKeyId"),
                target.options(),
                output(CLIENT),
                output("UserPoolId"),
                output(CLIENT),
                target.options(),
                output("ApiUrl"),
                output("SignInUrl")));
  }

  private void printHowToGetClient(PrintWriter out) {
    out.println(
        """
        This stage has no client for programs, since Cognito charges for one by the month, and the
        smoke test is a program. Give it one for the try (docs/cost.md says what it costs):

        %s

        Afterwards the same with ProgramClient=preset takes it away again.
        """
            .formatted(
                "./rampart deploy --stage "
                    + stack.parameters().getOrDefault("Stage", "STAGE")
                    + target.options()
                    + " --set ProgramClient=true"));
  }

  private String output(String name) {
    return stack.outputs().getOrDefault(name, name);
  }
}
