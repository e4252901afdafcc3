package dev.rampart.adapter.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.rampart.domain.common.Secret;
import dev.rampart.domain.port.out.PortUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** The secret is read when it is needed, once, and shown to nobody. */
final class SecretReaderTest {

  private static final String KEY = "k".repeat(64);

  private final SecretsManagerClient client = mock(SecretsManagerClient.class);
  private final SecretReader reader = new SecretReader(client, "arn");

  @Test
  void the_member_key_is_the_secret() {
    answers("{\"key\":\"" + KEY + "\"}");

    assertThat(reader.get()).isEqualTo(new Secret(KEY.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kkkkkkkkkkkkkkkkkkkk", "{\"other\":\"x\"}", "{\"key\":\"short\"}"})
  void a_secret_of_another_form_is_a_fault_that_does_not_quote_it(String value) {
    answers(value);

    assertThatThrownBy(reader::get)
        .isInstanceOf(RuntimeException.class)
        .isNotInstanceOf(PortUnavailable.class)
        .hasNoCause()
        .message()
        .doesNotContain("kkk", "short");
  }

  @Test
  void a_service_that_does_not_answer_is_unavailable() {
    when(client.getSecretValue(anyRequest())).thenThrow(SdkClientException.create("down"));

    assertThatExceptionOfType(PortUnavailable.class).isThrownBy(reader::get);
  }

  @Test
  void a_value_is_made_once_but_a_failure_is_not_kept() {
    AtomicInteger calls = new AtomicInteger();
    Memoized<Integer> once =
        new Memoized<>(
            () -> {
              if (calls.incrementAndGet() == 1) {
                throw new PortUnavailable("down");
              }
              return calls.get();
            });

    assertThatExceptionOfType(PortUnavailable.class).isThrownBy(once::get);
    assertThat(once.get()).isEqualTo(2);
    assertThat(once.get()).isEqualTo(2);
  }

  private static Consumer<GetSecretValueRequest.Builder> anyRequest() {
    return any();
  }

  private void answers(String value) {
    when(client.getSecretValue(anyRequest()))
        .thenReturn(GetSecretValueResponse.builder().secretString(value).build());
  }
}
