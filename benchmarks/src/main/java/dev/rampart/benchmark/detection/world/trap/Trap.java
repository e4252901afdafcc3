package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import java.util.List;

/** A kind of honest client that errs, and is easily taken for an attacker. */
public interface Trap {

  /** Returns the name in tables. */
  String name();

  /** Writes what all its clients in one world do, of which everything that can differ is drawn. */
  void play(Script script, Scene scene, Draw draw);

  /** Returns all kinds. */
  static List<Trap> all() {
    return List.of(
        new MistypedPasswords(),
        new ForgottenPasswords(),
        new FormErrors(),
        new ExpiredTokens(),
        new StaleBookmarks(),
        new SharedEgress(),
        new BrokenIntegrations(),
        new LinkMonitors(),
        new Crawlers(),
        new BadRelease(),
        new ThrottledBatches(),
        new BackgroundProbes(),
        new ChangedKeys(),
        new BatchImports(),
        new Integrators(),
        new MobileUsers(),
        new OutageReturn(),
        new PasswordResetDay());
  }
}
