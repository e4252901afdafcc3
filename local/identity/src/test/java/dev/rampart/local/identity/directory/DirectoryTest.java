package dev.rampart.local.identity.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.identity.Fixture;
import dev.rampart.local.identity.TestClock;
import dev.rampart.local.identity.store.BlobStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DirectoryTest {
  private static final int USERS_MAX = 10_000;

  private final BlobStore store = BlobStore.inMemory();
  private final Directory directory =
      new Directory(Fixture.settings(store, _ -> {}), store, new TestClock());

  @Test
  void users_of_an_earlier_version_get_the_case_of_the_pool_and_lose_what_is_no_address() {
    store.write(
        "users.json",
        ("[" + kept("Ann", "Ann@Example.com") + "," + kept("Bob", "bob@") + "]").getBytes(UTF_8));
    Directory loaded = new Directory(Fixture.settings(store, _ -> {}), store, new TestClock());
    assertThat(loaded.all()).extracting(User::name).containsExactly("ann", "bob");
    assertThat(loaded.get("ANN").verifiedEmail()).contains("ann@example.com");
    assertThat(loaded.get("bob").attributes()).isEmpty();
  }

  private static String kept(String name, String email) {
    return String.format(
        """
        {"name": "%s", "sub": "sub of %1$s", "enabled": true, "status": "CONFIRMED", "groups": [],
         "attributes": {"email": "%s", "email_verified": "true"}, "password": null, "token": null,
         "created": "2026-11-24T10:00:05Z", "modified": "2026-11-24T10:00:05Z"}
        """,
        name, email);
  }

  @Test
  void an_empty_attribute_is_none() {
    assertThat(directory.create("ann", Map.of("email", "")).attributes()).isEmpty();
  }

  @Test
  void a_password_is_not_given_to_another_user_of_the_same_name() {
    User former = directory.create("ann", Map.of());
    directory.delete("ann");
    directory.create("ann", Map.of());
    assertThatThrownBy(() -> directory.choosePassword(former, "Correct-horse-7-battery"))
        .hasMessage("User does not exist.");
    assertThat(directory.get("ann").password()).isEmpty();
  }

  @Test
  void a_code_does_not_bring_an_address_back_that_was_replaced_meanwhile() {
    List<Email> emails = new ArrayList<>();
    EmailVerification verification = new EmailVerification(directory, new TestClock(), emails::add);
    User ann = directory.create("ann", Map.of("email", "old@example.com"));
    verification.request(ann, "old@example.com");
    directory.setAttributes("ann", Map.of("email", "new@example.com"));
    verification.confirm(ann, "old@example.com", emails.getFirst().text().replaceAll("\\D", ""));
    assertThat(directory.get("ann").attributes())
        .containsEntry("email", "new@example.com")
        .doesNotContainEntry("email_verified", "true");
  }

  @Test
  void one_user_too_many_is_refused_until_another_is_deleted() {
    for (int i = 0; i < USERS_MAX; i++) {
      directory.create("user" + i, Map.of());
    }
    assertThatThrownBy(() -> directory.create("ann", Map.of()))
        .hasMessage("The local pool keeps 10000 users at most. Delete some to make room.");
    directory.delete("user0");
    directory.create("ann", Map.of());
  }
}
