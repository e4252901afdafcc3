package dev.rampart.adapter.in.apigateway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work that ends in time, whatever it does. */
sealed interface Attempt<T> {

  record Done<T>(T value) implements Attempt<T> {}

  record Failed<T>(RuntimeException failure) implements Attempt<T> {}

  record TooSlow<T>() implements Attempt<T> {}

  /** Does the work on a thread of its own, and interrupts it when time is up. */
  static <T> Attempt<T> within(Duration time, Supplier<T> work) {
    if (!time.isPositive()) {
      return new TooSlow<>();
    }
    var task = new FutureTask<>(work::get);
    Thread.ofVirtual().start(task);
    try {
      return new Done<>(task.get(time.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      task.cancel(true);
      return new TooSlow<>();
    } catch (ExecutionException e) {
      return new Failed<>(
          e.getCause() instanceof RuntimeException failure
              ? failure
              : new IllegalStateException("the work ended with an error", e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      task.cancel(true);
      return new Failed<>(new IllegalStateException("interrupted", e));
    }
  }

  /** What went wrong; empty where nothing did, or time was up. */
  default Optional<RuntimeException> cause() {
    return this instanceof Failed<T>(var failure) ? Optional.of(failure) : Optional.empty();
  }
}
