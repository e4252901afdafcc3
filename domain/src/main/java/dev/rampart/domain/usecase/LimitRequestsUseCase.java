package dev.rampart.domain.usecase;

import dev.rampart.domain.port.in.LimitRequests;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.RequestCounter;
import dev.rampart.domain.ratelimit.Allowance;
import dev.rampart.domain.ratelimit.RequestLimit;
import dev.rampart.domain.ratelimit.RequestWindow;
import dev.rampart.domain.ratelimit.Requester;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * {@link LimitRequests} over a counter.
 *
 * <p>A requester whose window is used up is remembered until it ends, so that a flood costs no
 * writes. A counter that does not answer lets requests pass, and is left alone for a while.
 */
public final class LimitRequestsUseCase implements LimitRequests {
  /** How long a counter that did not answer is not asked. */
  public static final Duration PAUSE = Duration.ofSeconds(10);

  private final RequestCounter counter;
  private final RequestLimit limit;
  private final InstantSource clock;
  private final UsedUpWindows usedUp = new UsedUpWindows();
  private volatile Instant pausedUntil = Instant.MIN;

  /** Applies one limit to every requester. */
  public LimitRequestsUseCase(RequestCounter counter, RequestLimit limit, InstantSource clock) {
    this.counter = counter;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public Optional<Allowance> count(Requester requester) {
    Instant now = clock.instant();
    RequestWindow window = limit.window(requester, now);
    if (usedUp.contains(window)) {
      return Optional.of(Allowance.usedUp(limit, window, now));
    }
    if (now.isBefore(pausedUntil)) {
      return Optional.empty();
    }
    try {
      Allowance allowance = Allowance.after(counter.add(window), limit, window, now);
      if (!allowance.granted()) {
        usedUp.add(window);
      }
      return Optional.of(allowance);
    } catch (PortUnavailable _) {
      pausedUntil = now.plus(PAUSE);
      return Optional.empty();
    }
  }
}
