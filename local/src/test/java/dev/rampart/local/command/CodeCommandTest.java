package dev.rampart.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.client.TestInstance;
import dev.rampart.local.identity.crypto.TotpCode;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.stack.instance.InstanceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CodeCommandTest {
  private static final String SECRET = TotpCode.newSecret();

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    List<Instance.User> users =
        List.of(
            new Instance.User("sam", "password", Optional.of(SECRET), "sub", List.of()),
            new Instance.User("ann", "password", Optional.empty(), "sub", List.of()));
    new InstanceFile(file()).write(TestInstance.of(users, Map.of()));
  }

  private Path file() {
    return directory.resolve("instance.json");
  }

  private int code(String... options) {
    CommandLine command =
        RampartCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    String[] args =
        List.of("code", "--instance", file().toString(), String.join("", options)).stream()
            .filter(arg -> !arg.isEmpty())
            .toArray(String[]::new);
    return command.execute(args);
  }

  @Test
  void the_code_of_this_half_minute_is_printed() {
    long before = TotpCode.step(Instant.now());
    assertThat(code()).isZero();
    long after = TotpCode.step(Instant.now());
    assertThat(out.toString().strip())
        .isIn(TotpCode.ofStep(SECRET, before), TotpCode.ofStep(SECRET, after));
  }

  @Test
  void who_has_no_authenticator_has_no_code() {
    assertThat(code("--user=ann")).isEqualTo(1);
    assertThat(err.toString()).contains("ann signs in without a one-time code");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void nobody_else_has_one() {
    assertThat(code("--user=eve")).isNotZero();
    assertThat(err.toString()).contains("there is no user eve");
  }
}
