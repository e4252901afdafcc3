package dev.rampart.local.deploy;

import dev.rampart.local.template.Template;
import java.io.PrintWriter;
import java.util.Map;

/** Asks an account whether a stack can be deployed in it, and tells a person or a program. */
public final class AccountCheck {
  private AccountCheck() {}

  /**
   * Prints what the account answers; says whether nothing stands in the way.
   *
   * @param json whether as one JSON document
   */
  public static boolean run(
      Template template, DeploymentOptions options, boolean json, PrintWriter out) {
    var _ = options.parameters(template, Map.of());
    Account account = new AwsAccount(options.target());
    Map<String, String> parameters = options.parameters(template, deployed(account, options));
    PreflightReport report =
        new PreflightReport(
            account.preflight(
                options.stack(), pseudo -> template.stack(pseudo, parameters, Map.of())));
    if (json) {
      out.println(report.json());
    } else {
      report.print(out);
    }
    return report.failed().isEmpty();
  }

  private static Map<String, String> deployed(Account account, DeploymentOptions options) {
    try {
      return account.parameters(options.stack());
    } catch (IllegalStateException _) {
      // Whoever cannot be asked this is told why by the answers.
      return Map.of();
    }
  }
}
