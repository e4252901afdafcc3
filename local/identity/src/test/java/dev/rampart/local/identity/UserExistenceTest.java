package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.TestPool.Answer;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.token.PreTokenGeneration;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that a stranger can ask tells whether a user exists; Ann does, and Bea does not. */
final class UserExistenceTest {
  private final BlobStore store = BlobStore.inMemory();
  private TestPool pool = new TestPool(store, PreTokenGeneration.none());

  @AfterEach
  void stop() {
    pool.close();
  }

  @ParameterizedTest
  @CsvSource({"ann,bea", "ANN,BEA", "Ann,Bea", "aNN,bEA"})
  void the_beginning_of_a_sign_in_is_made_of_what_was_sent(String known, String unknown) {
    assertThat(shape(begin(known), known)).isEqualTo(shape(begin(unknown), unknown));
    assertThat(begin(known).path("USERNAME").asText()).isEqualTo("ann");
    assertThat(begin(unknown).path("USERNAME").asText()).isEqualTo("bea");
  }

  @Test
  void a_name_keeps_its_salt_in_every_spelling_and_after_a_restart() {
    List<String> known = salts("ann", "ANN");
    List<String> unknown = salts("bea", "BEA");
    pool.close();
    pool = new TestPool(store, PreTokenGeneration.none());
    unknown.addAll(salts("bea"));
    assertThat(known.stream().distinct()).hasSize(1);
    assertThat(unknown.stream().distinct()).hasSize(1);
  }

  @Test
  void the_other_numbers_of_the_exchange_are_new_each_time() {
    for (String name : List.of("ann", "bea")) {
      JsonNode one = begin(name);
      JsonNode other = begin(name);
      assertThat(one.path("SRP_B")).isNotEqualTo(other.path("SRP_B"));
      assertThat(one.path("SECRET_BLOCK")).isNotEqualTo(other.path("SECRET_BLOCK"));
    }
  }

  @Test
  void a_user_without_a_password_looks_like_nobody() {
    List<String> salts = salts("carl");
    pool.call(
        "AdminCreateUser",
        Map.of(
            "UserPoolId", pool.server.settings().pool().id(),
            "Username", "carl",
            "MessageAction", "SUPPRESS"));
    assertThat(salts("carl")).isEqualTo(salts);
  }

  @Test
  void the_id_of_a_user_is_no_name_to_sign_in_with() {
    String sub = pool.server.users().getFirst().sub();
    TestApi api = new TestApi(pool);
    Answer begun = api.begin("ann", "web");
    assertThat(api.respond(begun, sub, TestPool.PASSWORD, "web").message())
        .isEqualTo("Invalid session for the user.");
    assertThat(begin(sub).path("USERNAME").asText()).isEqualTo(sub);
  }

  @ParameterizedTest
  @CsvSource({"ann,bea", "ANN,BEA"})
  void the_sign_in_page_says_the_same_of_both(String known, String unknown) {
    HttpResponse<String> wrong = TestLogin.begin(pool).password(known, "wrong");
    HttpResponse<String> nobody = TestLogin.begin(pool).password(unknown, "wrong");
    assertThat(nobody.statusCode()).isEqualTo(wrong.statusCode());
    assertThat(visible(nobody)).isEqualTo(visible(wrong)).contains("Incorrect username");
  }

  @Test
  void a_name_that_nobody_can_have_is_refused_and_not_remembered() {
    String longest = "x".repeat(128);
    String tooLong = "x".repeat(129);
    TestApi api = new TestApi(pool);
    assertThat(api.begin(longest, "web").status()).isEqualTo(200);
    assertThat(api.begin(tooLong, "web").error()).isEqualTo("InvalidParameterException");
    for (int i = 0; i < 6; i++) {
      assertThat(TestLogin.begin(pool).password(tooLong, "wrong").body())
          .contains("Incorrect username");
    }
  }

  private List<String> salts(String... names) {
    List<String> salts = new ArrayList<>();
    for (String name : names) {
      salts.add(begin(name).path("SALT").asText());
    }
    return salts;
  }

  private JsonNode begin(String name) {
    return new TestApi(pool).begin(name, "web").body().path("ChallengeParameters");
  }

  private static String visible(HttpResponse<String> page) {
    return page.body().replaceAll("value=\"[^\"]*\"", "");
  }

  /** Returns the members with what may differ taken out: the name, and numbers of one length. */
  private static String shape(JsonNode parameters, String name) {
    StringBuilder shape = new StringBuilder();
    parameters
        .properties()
        .forEach(
            member ->
                shape
                    .append(member.getKey())
                    .append('=')
                    .append(member.getValue().asText().equalsIgnoreCase(name) ? "name" : "number")
                    .append('\n'));
    return shape.toString();
  }
}
