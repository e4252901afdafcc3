package dev.rampart.local.check.rule.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.regex.Pattern;

/** Secrets: made by the service, read by roles, and nowhere else. */
final class SecretRules {
  // 43 letters and digits carry 256 bits.
  private static final int LENGTH_MIN = 43;
  private static final Pattern MEMBER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private SecretRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "DAT-01",
            "Each secret is made by the service, has 256 bits, and a customer key",
            "a value in a template is known to all who read it, a short one can be guessed",
            "GenerateSecretString with PasswordLength 43 or more and no excluded classes,"
                + " KmsKeyId: !GetAtt of the key",
            SecretRules::made),
        PostureRule.must(
            "DAT-02",
            "No secret is shared, copied or changed by itself",
            "a resource policy or a replica opens it elsewhere; a rotation would forget every"
                + " idempotency key and cursor that was made with it",
            "remove the resource policy, the replica regions or the rotation",
            SecretRules::kept));
  }

  private static void made(CheckedTemplate subject, Examination seen) {
    for (Resource secret : subject.ofType(Types.SECRET)) {
      JsonNode made = secret.property("GenerateSecretString");
      seen.expect(subject.isTarget(secret.property("KmsKeyId"), Types.KEY), secret, "KmsKeyId");
      seen.expect(!secret.properties().has("SecretString"), secret, "SecretString");
      seen.expect(
          made.path("PasswordLength").asInt() >= LENGTH_MIN,
          secret,
          "GenerateSecretString.PasswordLength");
      expectMember(made, secret, seen);
      Rules.only(
          secret,
          "GenerateSecretString",
          seen,
          "ExcludePunctuation",
          "GenerateStringKey",
          "PasswordLength",
          "SecretStringTemplate");
    }
  }

  /** The value is a text, or a JSON object with the text as its one member. */
  private static void expectMember(JsonNode made, Resource secret, Examination seen) {
    boolean object = made.has("SecretStringTemplate") || made.has("GenerateStringKey");
    boolean empty = made.path("SecretStringTemplate").asText().equals("{}");
    seen.expect(!object || empty, secret, "GenerateSecretString.SecretStringTemplate");
    boolean named = MEMBER.matcher(made.path("GenerateStringKey").asText()).matches();
    seen.expect(!object || named, secret, "GenerateSecretString.GenerateStringKey");
  }

  private static void kept(CheckedTemplate subject, Examination seen) {
    Rules.none(
            "AWS::SecretsManager::ResourcePolicy",
            "AWS::SecretsManager::RotationSchedule",
            "AWS::SecretsManager::SecretTargetAttachment")
        .examine(subject, seen);
    Rules.only(Types.SECRET, "Description", "GenerateSecretString", "KmsKeyId", "Name", "Tags")
        .examine(subject, seen);
  }
}
