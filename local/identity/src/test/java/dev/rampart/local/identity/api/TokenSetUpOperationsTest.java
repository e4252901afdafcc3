package dev.rampart.local.identity.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.Fixture;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.token.AccessToken;
import dev.rampart.local.identity.token.Session;
import dev.rampart.local.identity.token.TokenIssuer.TokenRequest;
import dev.rampart.local.identity.token.TriggerException;
import dev.rampart.local.identity.token.TriggerSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TokenSetUpOperationsTest {
  private static final int PENDING_MAX = 200;

  private final BlobStore store = BlobStore.inMemory();
  private final LocalUserPool pool =
      LocalUserPool.open(
          Fixture.settings(store, _ -> {}),
          "http://localhost/pool",
          Fixture.environment(store, _ -> {}));
  private final ClientSettings client = pool.settings().clients().getFirst();
  private final Map<String, PoolOperation> operations =
      new TokenSetUpOperations(pool, new Challenges(pool.clock()), new OwnOperations(pool))
          .operations();

  @Test
  void the_app_that_waited_longest_for_its_code_makes_room_for_one_too_many()
      throws TriggerException {
    String first = accessToken("user0");
    String second = accessToken("user1");
    call("AssociateSoftwareToken", first);
    call("AssociateSoftwareToken", second);
    for (int i = 2; i <= PENDING_MAX; i++) {
      call("AssociateSoftwareToken", accessToken("user" + i));
    }
    assertThatThrownBy(() -> call("VerifySoftwareToken", first))
        .hasMessage("AssociateSoftwareToken has to be called first.");
    assertThatThrownBy(() -> call("VerifySoftwareToken", second)).hasMessage("Code mismatch");
  }

  private String accessToken(String name) throws TriggerException {
    User user = pool.directory().create(name, Map.of());
    Session session = pool.sessions().open(client, user, Set.of(AccessToken.OWN_ACCOUNT)).session();
    return pool.tokenIssuer()
        .forApi(new TokenRequest(user, client, session, TriggerSource.AUTHENTICATION))
        .access();
  }

  private void call(String operation, String accessToken) {
    ObjectNode input = Output.object().put("AccessToken", accessToken).put("UserCode", "000000");
    Objects.requireNonNull(operations.get(operation)).carryOut(new Input(input, "127.0.0.1"));
  }
}
