package dev.rampart.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.stack.instance.OwnerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Access tokens kept from one command to the next. A one-time code is good once, so without them
 * whoever asks twice in half a minute waits for the next code.
 *
 * @param file beside the instance file, for the owner's eyes only
 */
public record TokenCache(Path file, Instance instance, InstantSource clock) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LIFE_MIN = Duration.ofMinutes(5);

  /** Gets a token that nobody has yet. */
  @FunctionalInterface
  public interface Source {
    /** Returns an access token of a user; no scopes ask for all. */
    String token(Instance.User user, List<String> scopes) throws SignInException;
  }

  private record Kept(long pid, String issuer, Map<String, String> tokens) {}

  /** Returns where the tokens of an instance are kept. */
  public static Path beside(Path instanceFile) {
    return instanceFile.resolveSibling(instanceFile.getFileName() + ".tokens");
  }

  /**
   * Returns a kept token with more than five minutes to live; if there is none, a fresh one, which
   * it keeps.
   */
  public String of(Instance.User user, List<String> scopes, Source source)
      throws IOException, SignInException {
    String key = user.name() + " " + String.join(" ", scopes);
    Map<String, String> tokens = read();
    Optional<String> kept = Optional.ofNullable(tokens.get(key)).filter(this::isUnexpired);
    if (kept.isPresent()) {
      return kept.get();
    }
    String fresh = source.token(user, scopes);
    tokens.put(key, fresh);
    new OwnerFile(file)
        .write(JSON.writeValueAsString(new Kept(instance.pid(), instance.issuer(), tokens)));
    return fresh;
  }

  /** Returns nothing of another run, and nothing if the file makes no sense. */
  private Map<String, String> read() throws IOException {
    try {
      Kept kept = JSON.readValue(Files.readString(file), Kept.class);
      return kept.pid() == instance.pid() && instance.issuer().equals(kept.issuer())
          ? new TreeMap<>(kept.tokens())
          : new TreeMap<>();
    } catch (NoSuchFileException | JsonProcessingException _) {
      return new TreeMap<>();
    }
  }

  private boolean isUnexpired(String token) {
    try {
      String claims = token.split("\\.", -1)[1];
      long expiry = JSON.readTree(Base64.getUrlDecoder().decode(claims)).path("exp").asLong();
      return clock.instant().plus(LIFE_MIN).isBefore(Instant.ofEpochSecond(expiry));
    } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
      return false;
    }
  }
}
