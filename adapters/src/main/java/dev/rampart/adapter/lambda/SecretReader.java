package dev.rampart.adapter.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.domain.common.Secret;
import dev.rampart.domain.port.out.PortUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Reads the secret from Secrets Manager: the member {@code key} of a JSON object.
 *
 * @param arn names the secret
 */
public record SecretReader(SecretsManagerClient client, String arn) implements Supplier<Secret> {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public Secret get() {
    try {
      String value = client.getSecretValue(request -> request.secretId(arn)).secretString();
      String key = MAPPER.readTree(value).path("key").asText();
      return new Secret(key.getBytes(StandardCharsets.UTF_8));
    } catch (SdkException e) {
      throw new PortUnavailable("the secret cannot be read", e);
    } catch (JsonProcessingException _) {
      // The cause would quote the secret.
      throw new IllegalStateException("the secret is no JSON object with a member key");
    }
  }
}
