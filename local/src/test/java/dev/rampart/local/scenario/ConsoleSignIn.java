package dev.rampart.local.scenario;

import dev.rampart.local.browser.Page;
import dev.rampart.local.client.InstanceClock;
import dev.rampart.local.identity.crypto.TotpCode;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** How a person gets into the console. */
final class ConsoleSignIn {
  private ConsoleSignIn() {}

  /**
   * Signs a user in, from the first page of the console on.
   *
   * @param beforeCode is done before the code is read from the authenticator: each is good once
   */
  static void as(String name, Instance instance, Page page, Runnable beforeCode) {
    Instance.User user = instance.user(name);
    page.click("button", "Sign in");
    page.await("document.querySelector('#username')");
    page.fill("#username", user.name());
    page.fill("#password", user.password());
    page.press(Page.Key.Enter);
    page.await("document.querySelector('#authentication_code')");
    beforeCode.run();
    page.fill(
        "#authentication_code",
        TotpCode.ofStep(user.totpSecret().orElseThrow(), TotpCode.step(now(instance))));
    page.press(Page.Key.Enter);
    page.awaitText("#bar", name);
  }

  private static Instant now(Instance instance) {
    try {
      return InstanceClock.of(instance).instant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
