package dev.rampart.local.identity.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.identity.Fixture;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls of the user pool's API would be authorised for. */
final class CognitoServiceTest {
  private final BlobStore store = BlobStore.inMemory();
  private final LocalUserPool pool =
      LocalUserPool.open(
          Fixture.settings(store, _ -> {}),
          "http://localhost/pool",
          Fixture.environment(store, _ -> {}));

  private List<AwsAction> actions(String operation) {
    Field target = new Field("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation);
    return new CognitoService(pool, _ -> true)
        .actions(new HttpRequest("POST", "/", "", List.of(target), new byte[0], "127.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AdminCreateUser",
        "AdminInitiateAuth",
        "AdminRespondToAuthChallenge",
        "DescribeUserPool",
        "DescribeUserPoolClient",
        "ListGroups",
        "ListUsers"
      })
  void administration_is_authorised_on_the_pool(String operation) {
    String arn =
        "arn:aws:cognito-idp:eu-west-1:000000000000:userpool/" + pool.settings().pool().id();
    assertThat(actions(operation)).containsExactly(new AwsAction("cognito-idp:" + operation, arn));
  }

  @Test
  void the_list_of_pools_has_no_resource() {
    assertThat(actions("ListUserPools"))
        .containsExactly(new AwsAction("cognito-idp:ListUserPools", "*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"InitiateAuth", "RespondToAuthChallenge", "GetUser", "ForgotPassword", "Nothing"})
  void what_users_do_themselves_needs_no_permission(String operation) {
    assertThat(actions(operation)).isEmpty();
  }
}
