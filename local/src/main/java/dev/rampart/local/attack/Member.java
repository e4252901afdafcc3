package dev.rampart.local.attack;

import dev.rampart.local.client.ApiClient;
import dev.rampart.local.client.ApiUser;
import dev.rampart.local.identity.client.SignInException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Somebody with a token, which ends before a long play does: it is asked for again in time. */
final class Member {
  /** Tokens that are handed out have five minutes or more to live. */
  private static final Duration RENEWED_AFTER = Duration.ofMinutes(4);

  private final TokenSource source;
  private final PlayClock clock;
  private Optional<HeldToken> held = Optional.empty();

  private Member(TokenSource source, PlayClock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** Returns a member with the first token. */
  static Member signedIn(TokenSource source, PlayClock clock)
      throws IOException, SignInException, InterruptedException {
    Member member = new Member(source, clock);
    var _ = member.token();
    return member;
  }

  /** Where tokens come from. */
  @FunctionalInterface
  interface TokenSource {
    String token() throws IOException, SignInException, InterruptedException;
  }

  /** A token, and when in the play it was asked for. */
  private record HeldToken(String token, Duration since) {}

  /** Returns a token that holds for some time. */
  synchronized String token() throws IOException, SignInException, InterruptedException {
    Duration now = clock.elapsed();
    Optional<HeldToken> fresh =
        held.filter(one -> now.minus(one.since()).compareTo(RENEWED_AFTER) < 0);
    if (fresh.isPresent()) {
      return fresh.get().token();
    }
    String token = source.token();
    held = Optional.of(new HeldToken(token, now));
    return token;
  }

  /** Returns how the member calls from an address. */
  ActingUser calling(ApiClient client, String apiKey) {
    return () -> new ApiUser(client, token(), apiKey);
  }

  /** Who calls now, with a token that holds. */
  @FunctionalInterface
  interface ActingUser {
    ApiUser now() throws IOException, SignInException, InterruptedException;
  }
}
