package dev.rampart.local.identity.token;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rampart.local.identity.crypto.Hashes;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.store.JsonDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The sign-ins and their refresh tokens, of which only hashes are kept. */
public final class Sessions {
  /** Some 500 bytes each, and so below 5 MB. */
  private static final int SESSIONS_MAX = 5_000;

  /** More than a person with many devices has; so that one person cannot use all of them up. */
  private static final int SESSIONS_PER_USER_MAX = 200;

  /** Tokens of one session that work at the same time: one, and those in their time of grace. */
  private static final int TOKENS_PER_SESSION_MAX = 50;

  /** An access token may outlive its session by this long, and is still looked up. */
  private static final Duration KEPT_AFTER_END = Duration.ofDays(1);

  private final InstantSource clock;
  private final JsonDocument<Kept> document;
  private final RefreshTokens refreshTokens;

  /** By their {@code origin_jti}, the oldest first. */
  private final Map<String, Session> sessions = new LinkedHashMap<>();

  /** Those that work, by their hash, the oldest first. */
  private final Map<String, RefreshToken> tokens = new LinkedHashMap<>();

  /** A sign-in that has just begun. */
  public record Opened(Session session, String refreshToken) {}

  record RefreshToken(String hash, String originJti, Optional<Instant> worksUntil) {
    /** A second use within the grace does not make the grace longer. */
    RefreshToken endingAt(Instant end) {
      return new RefreshToken(hash, originJti, worksUntil.or(() -> Optional.of(end)));
    }

    boolean worksAt(Instant moment) {
      return worksUntil.filter(end -> !moment.isBefore(end)).isEmpty();
    }
  }

  record Kept(List<Session> sessions, List<RefreshToken> tokens) {}

  /** Reads the sign-ins that are kept. */
  public Sessions(BlobStore store, InstantSource clock) {
    this.clock = clock;
    this.refreshTokens = new RefreshTokens(store);
    this.document = new JsonDocument<>(store, "sessions.json", new TypeReference<>() {});
    document.read().ifPresent(this::load);
  }

  /** Begins a session; the oldest one ends if the user, or the pool, has too many. */
  public synchronized Opened open(ClientSettings client, User user, Set<String> scopes) {
    Instant now = clock.instant();
    forgetOld(now);
    makeRoom(user.sub());
    Session session =
        new Session(
            UUID.randomUUID().toString(),
            client.id(),
            user.sub(),
            scopes,
            now,
            now.plus(client.lifetimes().refresh()),
            false);
    sessions.put(session.originJti(), session);
    return new Opened(session, newToken(session));
  }

  /** What a refresh token that a client presents turns out to be. */
  public sealed interface Presented {
    record Good(Session session) implements Presented {}

    /**
     * It was replaced, and its time of grace is over: either the client or a thief holds a copy.
     * Nobody can tell which, so the session has been ended (RFC 9700, section 4.14.2).
     */
    record Reused() implements Presented {}

    /** Never made here, or of a session that has ended, or of another client. */
    record Unknown() implements Presented {}
  }

  /** Receives a refresh token; a reused one ends its session. */
  public synchronized Presented present(String refreshToken, String clientId) {
    Optional<Session> session = sessionOf(refreshToken, clientId);
    if (session.isEmpty()) {
      return new Presented.Unknown();
    }
    if (works(refreshToken)) {
      return new Presented.Good(session.get());
    }
    revoke(session.get().originJti());
    return new Presented.Reused();
  }

  /**
   * Returns the open session that a refresh token was made for, whether or not it has been replaced
   * since; empty if there is none, or it is another client's.
   */
  public synchronized Optional<Session> sessionOf(String refreshToken, String clientId) {
    return Optional.ofNullable(tokens.get(hash(refreshToken)))
        .map(RefreshToken::originJti)
        .or(() -> refreshTokens.originJti(refreshToken))
        .flatMap(originJti -> Optional.ofNullable(sessions.get(originJti)))
        .filter(
            session -> session.clientId().equals(clientId) && session.isOpenAt(clock.instant()));
  }

  /**
   * Replaces a refresh token; empty if somebody else has just used it up.
   *
   * @param grace how long the old one keeps working, for a client that lost the answer
   */
  public synchronized Optional<String> rotate(String old, String clientId, Duration grace) {
    if (!(present(old, clientId) instanceof Presented.Good(Session session))) {
      return Optional.empty();
    }
    Instant end = clock.instant().plus(grace);
    tokens.computeIfPresent(hash(old), (_, token) -> token.endingAt(end));
    return Optional.of(newToken(session));
  }

  /** Ends a session: its refresh tokens stop working, its access tokens are no longer honoured. */
  public synchronized void revoke(String originJti) {
    revokeWhere(session -> session.originJti().equals(originJti));
  }

  /** Ends every session of a user. */
  public synchronized void revokeAll(String sub) {
    revokeWhere(session -> session.sub().equals(sub));
  }

  /** Returns whether tokens of a session are still honoured by the pool itself. */
  public synchronized boolean honours(String originJti) {
    return Optional.ofNullable(sessions.get(originJti)).filter(s -> !s.revoked()).isPresent();
  }

  private void revokeWhere(Predicate<Session> which) {
    sessions.replaceAll((_, session) -> which.test(session) ? session.asRevoked() : session);
    keep();
  }

  private boolean works(String refreshToken) {
    return Optional.ofNullable(tokens.get(hash(refreshToken)))
        .filter(token -> token.worksAt(clock.instant()))
        .isPresent();
  }

  private String newToken(Session session) {
    Instant now = clock.instant();
    tokens.values().removeIf(token -> !token.worksAt(now));
    dropOldest(
        tokens, token -> token.originJti().equals(session.originJti()), TOKENS_PER_SESSION_MAX);
    String text = refreshTokens.next(session.originJti());
    tokens.put(hash(text), new RefreshToken(hash(text), session.originJti(), Optional.empty()));
    keep();
    return text;
  }

  private void makeRoom(String sub) {
    dropOldest(sessions, session -> session.sub().equals(sub), SESSIONS_PER_USER_MAX);
    dropOldest(sessions, _ -> true, SESSIONS_MAX);
  }

  /** Drops the oldest of some values if there are so many that one more would be too many. */
  private static <V> void dropOldest(Map<String, V> map, Predicate<V> which, int max) {
    List<String> keys =
        map.entrySet().stream()
            .filter(entry -> which.test(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (keys.size() >= max) {
      map.remove(keys.getFirst());
    }
  }

  private void forgetOld(Instant now) {
    sessions.values().removeIf(s -> now.isAfter(s.expires().plus(KEPT_AFTER_END)));
    tokens.values().removeIf(token -> !sessions.containsKey(token.originJti()));
  }

  private void load(Kept kept) {
    kept.sessions().forEach(session -> sessions.put(session.originJti(), session));
    kept.tokens().forEach(token -> tokens.put(token.hash(), token));
  }

  private void keep() {
    document.write(new Kept(List.copyOf(sessions.values()), List.copyOf(tokens.values())));
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(Hashes.sha256(Hashes.bytes(text)));
  }
}
