package dev.rampart.local.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.identity.Fixture;
import dev.rampart.local.identity.TestClock;
import dev.rampart.local.identity.store.BlobStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordRecoveryTest {
  private final BlobStore store = BlobStore.inMemory();
  private final TestClock clock = new TestClock();
  private final List<Email> emails = new ArrayList<>();
  private Runnable onChange = () -> {};

  /** The directory reads the clock whenever it changes a user. */
  private final InstantSource watched =
      () -> {
        Runnable once = onChange;
        onChange = () -> {};
        once.run();
        return clock.instant();
      };

  private final Directory directory =
      new Directory(Fixture.settings(store, _ -> {}), store, watched);
  private final PasswordRecovery recovery = new PasswordRecovery(directory, clock, emails::add);

  @Test
  void a_code_that_is_sent_while_an_older_one_sets_a_password_is_good() {
    directory.create(
        new NewUser(
            "ann",
            "Correct-horse-7-battery",
            Optional.of("ann@example.com"),
            Optional.empty(),
            List.of()));
    request();
    onChange = this::request;
    assertThat(recovery.confirm("ann", code(0), "Another-horse-8-battery"))
        .isEqualTo(MailedCodes.Check.RIGHT);
    assertThat(recovery.confirm("ann", code(1), "Another-horse-9-battery"))
        .isEqualTo(MailedCodes.Check.RIGHT);
  }

  private void request() {
    assertThat(recovery.request("ann", directory.find("ann"))).isTrue();
  }

  private String code(int email) {
    return emails.get(email).text().replaceAll("\\D", "");
  }
}
