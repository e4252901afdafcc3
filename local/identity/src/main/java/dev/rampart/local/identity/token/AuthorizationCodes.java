package dev.rampart.local.identity.token;

import dev.rampart.local.identity.collection.BoundedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Codes that a browser carries from the sign-in page to the client: for one use, soon. */
public final class AuthorizationCodes {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  /** Below 2 KB each, since a nonce has a largest length, and so below 4 MB. */
  private static final int CODES_MAX = 2_000;

  private final InstantSource clock;
  private final Map<String, Entry> codes = new BoundedMap<>(CODES_MAX);

  /** No codes yet. */
  public AuthorizationCodes(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What a code stands for.
   *
   * @param challenge of PKCE, method S256; empty if the client gave none
   */
  public record Grant(
      String clientId,
      String redirectUri,
      String sub,
      Set<String> scopes,
      Optional<String> challenge,
      Optional<String> nonce) {}

  /** What taking a code finds. */
  public sealed interface Taken {
    record Fresh(Grant grant) implements Taken {}

    /**
     * Somebody uses the code a second time.
     *
     * @param originJti the session that came of the first time; empty if none did
     */
    record Again(Optional<String> originJti) implements Taken {}

    record Unknown() implements Taken {}
  }

  private record Entry(Grant grant, Instant until, Use use, Optional<String> originJti) {}

  private enum Use {
    NONE,
    ONE,
    MORE
  }

  /** Makes a code. */
  public synchronized String issue(Grant grant) {
    Instant now = clock.instant();
    codes.values().removeIf(entry -> !now.isBefore(entry.until()));
    String code = UUID.randomUUID().toString();
    codes.put(code, new Entry(grant, now.plus(LIFETIME), Use.NONE, Optional.empty()));
    return code;
  }

  /** Uses a code up. */
  public synchronized Taken take(String code) {
    Entry entry = codes.get(code);
    if (entry == null || !clock.instant().isBefore(entry.until())) {
      return new Taken.Unknown();
    }
    Use use = entry.use() == Use.NONE ? Use.ONE : Use.MORE;
    codes.put(code, new Entry(entry.grant(), entry.until(), use, entry.originJti()));
    return use == Use.ONE ? new Taken.Fresh(entry.grant()) : new Taken.Again(entry.originJti());
  }

  /**
   * Remembers what came of a code, so that a second use can end it.
   *
   * @return false if the second use has been faster
   */
  public synchronized boolean became(String code, Session session) {
    Entry entry = codes.get(code);
    if (entry == null || entry.use() == Use.MORE) {
      return false;
    }
    Optional<String> originJti = Optional.of(session.originJti());
    codes.put(code, new Entry(entry.grant(), entry.until(), entry.use(), originJti));
    return true;
  }
}
