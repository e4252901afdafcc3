package dev.rampart.local.identity.api;

import dev.rampart.local.identity.collection.BoundedMap;
import dev.rampart.local.identity.crypto.RandomText;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.token.TriggerSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The challenges that are open, each under a text that only its client knows. */
final class Challenges {
  /** Below 2 KB each, since names and numbers have a largest length, and so below 10 MB. */
  private static final int OPEN_MAX = 5_000;

  private static final int KEY_BYTES = 64;

  private final InstantSource clock;
  private final Map<String, Challenge> open = new BoundedMap<>(OPEN_MAX);

  Challenges(InstantSource clock) {
    this.clock = clock;
  }

  /** Opens a challenge and returns its session. */
  String open(ClientSettings client, String userName, Challenge.Stage stage, TriggerSource source) {
    String key = RandomText.of(KEY_BYTES);
    open(key, client, userName, stage, source);
    return key;
  }

  /** Opens a challenge under a text of the caller's. */
  synchronized void open(
      String key,
      ClientSettings client,
      String userName,
      Challenge.Stage stage,
      TriggerSource source) {
    Instant now = clock.instant();
    open.values().removeIf(challenge -> !now.isBefore(challenge.expires()));
    Instant expires = now.plus(client.lifetimes().challenge());
    open.put(key, new Challenge(client.id(), userName, stage, source, expires));
  }

  synchronized Optional<Challenge> find(String key) {
    return Optional.ofNullable(open.get(key))
        .filter(challenge -> clock.instant().isBefore(challenge.expires()));
  }

  /** Ends a challenge; empty if it has ended, so that two callers cannot both go on. */
  synchronized Optional<Challenge> take(String key) {
    Optional<Challenge> found = find(key);
    open.remove(key);
    return found;
  }
}
