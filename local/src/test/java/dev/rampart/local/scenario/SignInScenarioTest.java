package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.client.IssuedTokens;
import dev.rampart.local.identity.client.SignInClient;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.identity.client.UserCredentials;
import dev.rampart.local.stack.instance.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the clients of the template get from the user pool. */
final class SignInScenarioTest {
  private static final Running RUN = Running.shared();

  private static IssuedTokens tokens(String... scopes) throws SignInException {
    Instance.User sam = RUN.instance.user("sam");
    return SignInClient.of(
            RUN.instance.signInUrl(), RUN.instance.clientId(), RUN.instance.redirectUri())
        .tokens(new UserCredentials(sam.name(), sam.password(), sam.totpSecret()), List.of(scopes));
  }

  @Test
  void an_id_token_comes_with_openid_alone() throws SignInException {
    IssuedTokens with = tokens("openid", "rampart/submissions.read");
    IssuedTokens without = tokens("rampart/submissions.read");

    assertThat(with.idToken()).isPresent();
    assertThat(without.idToken()).isEmpty();
    assertThat(RUN.caller(with.accessToken()).get(ALL).status()).isEqualTo(200);
    assertThat(RUN.caller(with.idToken().orElseThrow()).get(ALL).status()).isEqualTo(401);
  }

  @Test
  void the_code_for_a_forgotten_password_is_printed() {
    JsonNode asked = RUN.pool("ForgotPassword", forgotten("bob"));
    JsonNode unknown = RUN.pool("ForgotPassword", forgotten("nobody"));

    assertThat(unknown).isEqualTo(asked);
    assertThat(RUN.printed())
        .filteredOn(line -> line.startsWith("email to"))
        .singleElement()
        .asString()
        .matches("email to bob@example\\.com: Your password reset code is [0-9]{6}");
  }

  private static ObjectNode forgotten(String name) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("ClientId", RUN.instance.clientId())
        .put("Username", name);
  }
}
