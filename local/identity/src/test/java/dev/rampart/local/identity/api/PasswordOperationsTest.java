package dev.rampart.local.identity.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.Fixture;
import dev.rampart.local.identity.directory.Email;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.store.BlobStore;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PasswordOperationsTest {
  private final BlobStore store = BlobStore.inMemory();
  private final LocalUserPool pool =
      LocalUserPool.open(
          Fixture.settings(store, _ -> {}),
          "http://localhost/pool",
          Fixture.environment(store, this::takeAddressAway));

  @Test
  void a_client_is_told_the_address_that_the_code_was_sent_to_whatever_happens_to_it_then() {
    pool.directory().create(Fixture.user("ann", "Correct-horse-7-battery"));
    ClientSettings client =
        pool.settings().clients().stream()
            .filter(c -> c.name().equals("PlainClient"))
            .findFirst()
            .orElseThrow();
    JsonNode input =
        Output.object()
            .put("ClientId", client.id())
            .put("Username", "ann")
            .put("SecretHash", client.secret().orElseThrow().hash("ann", client.id()));
    JsonNode answer =
        Objects.requireNonNull(new PasswordOperations(pool).operations().get("ForgotPassword"))
            .carryOut(new Input(input, "127.0.0.1"));
    assertThat(answer.at("/CodeDeliveryDetails/Destination").asText()).isEqualTo("a***@e***");
    assertThat(pool.directory().get("ann").attributes()).isEmpty();
  }

  private void takeAddressAway(Email sent) {
    assertThat(sent.recipient()).isEqualTo("ann@example.com");
    pool.directory().setAttributes("ann", Map.of("email", "", "email_verified", ""));
  }
}
