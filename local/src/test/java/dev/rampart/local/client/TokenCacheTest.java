package dev.rampart.local.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokenCacheTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instance.User ANN = user("ann");

  @TempDir private Path folder;
  private int signIns;
  private Duration life = Duration.ofHours(1);

  @Test
  void who_asks_again_gets_the_same_token_without_signing_in() throws Exception {
    String first = of(instance(1, "a"), ANN);

    assertThat(of(instance(1, "a"), ANN)).isEqualTo(first);
    assertThat(signIns).isEqualTo(1);
  }

  @Test
  void another_user_and_other_scopes_get_tokens_of_their_own() throws Exception {
    String first = of(instance(1, "a"), ANN);

    assertThat(of(instance(1, "a"), user("bob"))).isNotEqualTo(first);
    assertThat(of(instance(1, "a"), ANN, "rampart/submissions.read")).isNotEqualTo(first);
    assertThat(of(instance(1, "a"), ANN)).isEqualTo(first);
  }

  @Test
  void a_token_with_five_minutes_to_live_is_not_used_again() throws Exception {
    life = Duration.ofMinutes(5);
    String first = of(instance(1, "a"), ANN);

    assertThat(of(instance(1, "a"), ANN)).isNotEqualTo(first);
  }

  @Test
  void tokens_of_another_run_are_not_used() throws Exception {
    String first = of(instance(1, "a"), ANN);
    String second = of(instance(2, "a"), ANN);

    assertThat(second).isNotEqualTo(first);
    assertThat(of(instance(2, "b"), ANN)).isNotIn(first, second);
  }

  @Test
  void a_file_that_makes_no_sense_is_as_good_as_none() throws Exception {
    var _ = Files.writeString(file(), "{\"pid\":");

    assertThat(of(instance(1, "a"), ANN)).isNotEmpty();
  }

  @Test
  void only_the_owner_can_read_the_file() throws Exception {
    var _ = of(instance(1, "a"), ANN);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  private String of(Instance instance, Instance.User user, String... scopes)
      throws IOException, SignInException {
    return new TokenCache(file(), instance, InstantSource.fixed(NOW))
        .of(user, List.of(scopes), (_, _) -> fresh());
  }

  private String fresh() {
    signIns++;
    String claims = "{\"exp\":%d,\"n\":%d}".formatted(NOW.plus(life).getEpochSecond(), signIns);
    return "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(UTF_8)) + ".x";
  }

  private Path file() {
    return TokenCache.beside(folder.resolve("instance.json"));
  }

  private static Instance.User user(String name) {
    return new Instance.User(name, "password", Optional.empty(), "sub", List.of());
  }

  private static Instance instance(long pid, String issuer) {
    return TestInstance.of(pid, issuer, List.of(), Map.of());
  }
}
