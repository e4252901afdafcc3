package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.stack.secrets.RunSecrets;
import dev.rampart.local.stack.secrets.SecretDefinition;
import dev.rampart.local.stack.secrets.SecretsService;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a call for a secret would be authorised for. */
final class SecretsServiceTest {
  private static final Stack STACK =
      Template.read("t.yaml", "Resources: {Key: {Type: 'AWS::SecretsManager::Secret'}}")
          .stack(Map.of());

  private final SecretsService service =
      SecretsService.of(
          STACK,
          Map.of(
              "Key",
              new SecretDefinition(32, Optional.empty(), JsonNodeFactory.instance.objectNode())),
          new RunSecrets(BlobStore.inMemory()),
          Instant.EPOCH);

  private List<AwsAction> actions(String secretId) {
    byte[] body = ("{\"SecretId\":\"" + secretId + "\"}").getBytes(StandardCharsets.UTF_8);
    Field target = new Field("X-Amz-Target", "secretsmanager.GetSecretValue");
    return service.actions(new HttpRequest("POST", "/", "", List.of(target), body, "127.0.0.1"));
  }

  @Test
  void a_secret_is_read_by_its_arn_however_it_is_named() {
    String arn = STACK.get("Key").physical().ref();
    String name = arn.substring(arn.lastIndexOf(':') + 1);

    assertThat(arn).startsWith("arn:aws:secretsmanager:eu-west-1:000000000000:secret:");
    assertThat(actions(arn))
        .containsExactly(new AwsAction("secretsmanager:GetSecretValue", arn))
        .isEqualTo(actions(name));
  }

  @Test
  void nobody_can_be_authorised_for_a_secret_that_there_is_not() {
    assertThat(actions("other")).isEmpty();
  }
}
