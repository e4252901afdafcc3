package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.TestPool.Answer;
import dev.rampart.local.identity.pool.PoolEnvironment;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.token.PreTokenGeneration;
import dev.rampart.local.identity.token.SigningKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators do through the JSON API. */
final class AdministrationTest {
  private final TestPool pool = new TestPool();

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void a_user_is_made_changed_found_and_removed() {
    Answer made =
        pool.admin(
            "AdminCreateUser",
            "Username",
            "bob",
            "TemporaryPassword",
            "Temp-horse-7-battery",
            "UserAttributes",
            List.of(Map.of("Name", "email", "Value", "bob@example.com")));
    assertThat(made.body().at("/User/UserStatus").asText()).isEqualTo("FORCE_CHANGE_PASSWORD");
    assertThat(made.body().at("/User/Attributes").toString()).contains("bob@example.com");
    pool.admin(
        "AdminSetUserPassword",
        "Username",
        "bob",
        "Password",
        "Own-horse-7-battery",
        "Permanent",
        true);
    assertThat(pool.admin("AdminGetUser", "Username", "BOB").body().path("UserStatus").asText())
        .isEqualTo("CONFIRMED");
    pool.admin("AdminDisableUser", "Username", "bob");
    assertThat(pool.admin("AdminGetUser", "Username", "bob").body().path("Enabled").asBoolean())
        .isFalse();
    assertThat(names(pool.admin("ListUsers"))).containsExactly("ann", "bob");
    assertThat(names(pool.admin("ListUsers", "Filter", "email ^= \"bob@\"")))
        .containsExactly("bob");
    assertThat(names(pool.admin("ListUsers", "Filter", "username = \"nobody\""))).isEmpty();
    assertThat(pool.admin("AdminDeleteUser", "Username", "bob").status()).isEqualTo(200);
    assertThat(pool.admin("AdminGetUser", "Username", "bob").error())
        .isEqualTo("UserNotFoundException");
  }

  @Test
  void a_user_joins_and_leaves_groups_of_the_template() {
    pool.admin("AdminRemoveUserFromGroup", "Username", "ann", "GroupName", "reviewers");
    assertThat(pool.admin("AdminListGroupsForUser", "Username", "ann").body().toString())
        .contains("security")
        .doesNotContain("reviewers");
    pool.admin("AdminAddUserToGroup", "Username", "ann", "GroupName", "reviewers");
    assertThat(names(pool.admin("ListUsersInGroup", "GroupName", "reviewers")))
        .containsExactly("ann");
    assertThat(pool.admin("ListGroups").body().path("Groups")).hasSize(2);
    assertThat(pool.admin("AdminAddUserToGroup", "Username", "ann", "GroupName", "kings").error())
        .isEqualTo("ResourceNotFoundException");
    assertThat(
            pool.admin("GetGroup", "GroupName", "reviewers").body().at("/Group/Precedence").asInt())
        .isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({
    "Short-1,Password not long enough",
    "correct-horse-7-battery,Password must have uppercase characters",
    "CORRECT-HORSE-7-BATTERY,Password must have lowercase characters",
    "Correct-horse-x-battery,Password must have numeric characters",
    "Correct7horse7battery,Password must have symbol characters"
  })
  void a_password_has_to_conform(String password, String fault) {
    Answer answer = pool.admin("AdminSetUserPassword", "Username", "ann", "Password", password);
    assertThat(answer.error()).isEqualTo("InvalidPasswordException");
    assertThat(answer.message()).isEqualTo("Password did not conform with policy: " + fault);
  }

  @Test
  void a_name_can_be_had_once_whatever_its_case() {
    Answer answer = pool.admin("AdminCreateUser", "Username", "ANN", "MessageAction", "SUPPRESS");
    assertThat(answer.error()).isEqualTo("UsernameExistsException");
  }

  @Test
  void names_and_email_addresses_are_shown_in_lower_case_where_case_does_not_matter() {
    Answer created =
        pool.admin(
            "AdminCreateUser",
            "Username",
            "Bob",
            "MessageAction",
            "SUPPRESS",
            "UserAttributes",
            List.of(Map.of("Name", "email", "Value", "Bob@Example.com")));
    assertThat(created.body().at("/User/Username").asText()).isEqualTo("bob");
    Answer read = pool.admin("AdminGetUser", "Username", "BOB");
    assertThat(read.body().path("Username").asText()).isEqualTo("bob");
    assertThat(read.body().toString()).contains("bob@example.com").doesNotContain("Bob@");
  }

  @Test
  void a_user_is_found_by_the_id_wherever_a_name_is_asked_for() {
    String sub = pool.server.users().getFirst().sub();
    assertThat(pool.admin("AdminListGroupsForUser", "Username", sub).body().path("Groups"))
        .hasSize(2);
    pool.admin("AdminRemoveUserFromGroup", "Username", sub, "GroupName", "reviewers");
    assertThat(pool.admin("AdminListGroupsForUser", "Username", "ann").body().path("Groups"))
        .hasSize(1);
  }

  @Test
  void the_status_of_users_is_looked_for_in_any_case() {
    assertThat(names(pool.admin("ListUsers", "Filter", "cognito:user_status = \"Confirmed\"")))
        .containsExactly("ann");
    assertThat(names(pool.admin("ListUsers", "Filter", "username = \"ANN\""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\u0000", "a\u200bb", "a\nb"})
  void a_name_has_nothing_invisible_in_it(String name) {
    Answer answer = pool.admin("AdminCreateUser", "Username", name, "MessageAction", "SUPPRESS");
    assertThat(answer.error()).isEqualTo("InvalidParameterException");
  }

  @Test
  void no_mail_is_promised() {
    assertThat(pool.admin("AdminCreateUser", "Username", "bob").message())
        .contains("No mail is sent");
    assertThat(names(pool.admin("ListUsers"))).containsExactly("ann");
  }

  @Test
  void an_attribute_that_is_not_kept_is_refused() {
    Answer answer =
        pool.admin(
            "AdminCreateUser",
            "Username",
            "bob",
            "MessageAction",
            "SUPPRESS",
            "UserAttributes",
            List.of(Map.of("Name", "custom:role", "Value", "king")));
    assertThat(answer.message()).contains("custom:role is not kept");
  }

  @Test
  void lists_come_in_pages() {
    for (String name : List.of("bob", "cid", "dan", "eve")) {
      pool.server.createUser(Fixture.user(name, TestPool.PASSWORD));
    }
    List<String> seen = new ArrayList<>();
    Answer page = pool.admin("ListUsers", "Limit", 2);
    while (page.body().has("PaginationToken")) {
      assertThat(names(page)).hasSize(2);
      seen.addAll(names(page));
      page =
          pool.admin(
              "ListUsers",
              "Limit",
              2,
              "PaginationToken",
              page.body().path("PaginationToken").asText());
    }
    seen.addAll(names(page));
    assertThat(seen).containsExactly("ann", "bob", "cid", "dan", "eve");
    assertThat(pool.admin("ListUsers", "Limit", 61).error()).isEqualTo("InvalidParameterException");
    assertThat(pool.admin("ListUsers", "Limit", "2").error())
        .isEqualTo("InvalidParameterException");
    assertThat(pool.admin("ListUsers", "PaginationToken", "!").error())
        .isEqualTo("InvalidParameterException");
  }

  @Test
  void users_are_listed_with_the_attributes_that_are_asked_for() {
    JsonNode some =
        pool.admin("ListUsers", "AttributesToGet", List.of("email"))
            .body()
            .at("/Users/0/Attributes");
    assertThat(some.valueStream().map(attribute -> attribute.path("Name").asText()))
        .containsExactly("email");
    assertThat(pool.admin("ListUsers").body().at("/Users/0/Attributes")).hasSize(3);
    assertThat(pool.admin("ListUsers", "AttributesToGet", List.of(1)).error())
        .isEqualTo("InvalidParameterException");
  }

  @Test
  void pool_and_clients_are_described_as_in_the_template() {
    JsonNode description = pool.admin("DescribeUserPool").body().path("UserPool");
    assertThat(description.at("/Policies/PasswordPolicy/MinimumLength").asInt()).isEqualTo(14);
    assertThat(description.path("MfaConfiguration").asText()).isEqualTo("ON");
    JsonNode machine =
        pool.admin("DescribeUserPoolClient", "ClientId", pool.client("machine").id())
            .body()
            .path("UserPoolClient");
    assertThat(machine.path("ClientSecret").asText()).hasSize(51);
    assertThat(pool.admin("ListUserPoolClients", "MaxResults", 60).body().path("UserPoolClients"))
        .hasSize(3);
    assertThat(pool.admin("DescribeUserPoolClient", "ClientId", "x").error())
        .isEqualTo("ResourceNotFoundException");
  }

  @Test
  void who_does_not_sign_a_call_does_not_administer() {
    Map<String, String> ann =
        Map.of("UserPoolId", pool.server.settings().pool().id(), "Username", "ann");
    for (String operation : List.of("AdminDeleteUser", "AdminGetUser", "ListUsers")) {
      assertThat(pool.call(operation, ann, "").error())
          .isEqualTo("MissingAuthenticationTokenException");
    }
    assertThat(pool.server.users()).hasSize(1);
  }

  @Test
  void a_key_that_is_no_administrators_does_not_administer() throws IOException {
    BlobStore store = BlobStore.inMemory();
    IdentitySettings settings = Fixture.settings(store, _ -> {});
    PoolEnvironment environment =
        new PoolEnvironment(
            store,
            SigningKeys.in(store),
            new TestClock(),
            PreTokenGeneration.none(),
            _ -> {},
            _ -> {},
            "ROOT"::equals);
    try (IdentityServer server = IdentityServer.start(0, settings, environment)) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(server.url()))
              .header("X-Amz-Target", "AWSCognitoIdentityProviderService.ListUserPools")
              .POST(BodyPublishers.ofString("{}"));
      assertThat(pool.send(request.copy().header("Authorization", "AWS4 Credential=ANN/x")).body())
          .contains("AccessDeniedException");
      assertThat(pool.send(request.copy().header("Authorization", "AWS4 Credential=ROOT/x")).body())
          .contains(settings.pool().id());
    }
  }

  @Test
  void another_pool_is_not_here_and_an_unknown_operation_is_named() {
    Answer other = pool.call("ListUsers", Map.of("UserPoolId", "eu-west-1_AAAAAAAAA"));
    assertThat(other.error()).isEqualTo("ResourceNotFoundException");
    assertThat(pool.call("SignUp", Map.of()).message()).contains("does not offer SignUp");
  }

  @Test
  void a_user_that_is_made_only_half_does_not_stay() {
    assertThatThrownBy(
            () -> pool.server.createUser(Fixture.user("bob", TestPool.PASSWORD, "no-such-group")))
        .hasMessageContaining("Group not found");
    assertThat(pool.server.users()).hasSize(1);
  }

  private static List<String> names(Answer answer) {
    return answer.body().path("Users").valueStream().map(u -> u.path("Username").asText()).toList();
  }
}
