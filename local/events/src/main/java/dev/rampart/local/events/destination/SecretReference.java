package dev.rampart.local.events.destination;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dynamic reference of CloudFormation to a secret of Secrets Manager.
 *
 * @param secretId the name or ARN of the secret
 * @param key the member of its JSON; empty for all of its text
 */
public record SecretReference(String secretId, Optional<String> key) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\{\\{resolve:secretsmanager:(arn:[^:}]+:secretsmanager:[^:}]+:[^:}]+:secret:[^:}]+|[^:}]+)"
              + "(?::SecretString(?::([^:}]+))?)?}}");

  /** Reads a property; empty if it is no such reference. */
  static Optional<SecretReference> of(String property) {
    Matcher form = FORM.matcher(property);
    return form.matches()
        ? Optional.of(new SecretReference(form.group(1), Optional.ofNullable(form.group(2))))
        : Optional.empty();
  }
}
