package dev.rampart.adapter.in.apigateway;

import java.util.function.Function;

/** Some input after a check: good, or the reason for refusing it. */
sealed interface Checked<T> {

  record Good<T>(T value) implements Checked<T> {}

  record Bad<T>(Refusal refusal) implements Checked<T> {}

  static <T> Checked<T> good(T value) {
    return new Good<>(value);
  }

  static <T> Checked<T> bad(Refusal refusal) {
    return new Bad<>(refusal);
  }

  /** The next check, where this one is good. */
  default <R> Checked<R> then(Function<? super T, Checked<R>> next) {
    return switch (this) {
      case Good<T>(var value) -> next.apply(value);
      case Bad<T>(var refusal) -> new Bad<>(refusal);
    };
  }

  /** What the good value is answered with, or the refusal. */
  default Answer answer(Function<? super T, Answer> route) {
    return switch (this) {
      case Good<T>(var value) -> route.apply(value);
      case Bad<T>(var refusal) -> refusal;
    };
  }
}
