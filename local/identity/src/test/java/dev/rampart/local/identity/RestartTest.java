package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.identity.client.IssuedTokens;
import dev.rampart.local.identity.settings.PhysicalIds;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.token.PreTokenGeneration;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pool with a directory keeps, and who can read it. */
final class RestartTest {
  @TempDir Path parent;

  @Test
  void users_keys_ids_and_sign_ins_outlive_a_restart() {
    Path directory = parent.resolve("identity");
    IssuedTokens tokens;
    String keys;
    String client;
    try (TestPool before = pool(directory)) {
      tokens = before.tokens();
      keys = before.get(path(before)).body();
      client = before.client("web").id();
    }
    try (TestPool after = pool(directory)) {
      assertThat(after.get(path(after)).body()).isEqualTo(keys);
      assertThat(after.client("web").id()).isEqualTo(client);
      assertThat(after.server.users()).hasSize(1);
      HttpResponse<String> answer =
          new TestOAuth(after).refresh(tokens.refreshToken().orElseThrow());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(after.tokens("openid").idToken()).isPresent();
    }
  }

  @Test
  void only_the_owner_reads_what_is_kept_and_no_secret_of_a_user_is_plain() throws IOException {
    Path directory = parent.resolve("identity");
    String refreshToken;
    try (TestPool pool = pool(directory)) {
      refreshToken = pool.tokens().refreshToken().orElseThrow();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    try (Stream<Path> listed = Files.list(directory)) {
      List<Path> files = listed.toList();
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .contains("users.json", "keys.json", "sessions.json", "ids.seed", "names.key");
      for (Path file : files) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain(TestPool.PASSWORD, refreshToken);
      }
    }
  }

  @Test
  void another_store_means_other_ids_and_the_same_one_the_same() {
    BlobStore store = BlobStore.inMemory();
    PhysicalIds ids = new PhysicalIds("eu-west-1", store);
    PhysicalIds again = new PhysicalIds("eu-west-1", store);
    PhysicalIds other = new PhysicalIds("eu-west-1", BlobStore.inMemory());
    assertThat(ids.pool("UserPool"))
        .matches("eu-west-1_[A-Za-z0-9]{9}")
        .isEqualTo(again.pool("UserPool"))
        .isNotEqualTo(other.pool("UserPool"))
        .isNotEqualTo(ids.pool("OtherPool"));
    assertThat(ids.client("WebClient")).matches("[a-z0-9]{26}");
    assertThat(ids.clientSecret("WebClient")).matches("[a-z0-9]{51}");
  }

  private static TestPool pool(Path directory) {
    return new TestPool(BlobStore.in(directory), PreTokenGeneration.none());
  }

  private static String path(TestPool pool) {
    return "/" + pool.server.settings().pool().id() + "/.well-known/jwks.json";
  }
}
