package dev.rampart.adapter.in.apigateway;

import java.util.Locale;

/** The gates of a request that this function keeps; the others are kept in front of it. */
enum Gate {
  EDGE,
  TOKEN,
  INPUT,
  INSPECTION,
  DOMAIN,
  /** What this function needs does not answer; nobody is suspected of anything. */
  DEPENDENCY;

  /** The name in problems, logs and events. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The same gate, as signals name it. */
  dev.rampart.domain.detection.Gate ofSignals() {
    return switch (this) {
      case EDGE -> dev.rampart.domain.detection.Gate.EDGE;
      case TOKEN -> dev.rampart.domain.detection.Gate.TOKEN;
      case INPUT -> dev.rampart.domain.detection.Gate.INPUT;
      case INSPECTION -> dev.rampart.domain.detection.Gate.INSPECTION;
      case DOMAIN -> dev.rampart.domain.detection.Gate.DOMAIN;
      case DEPENDENCY -> throw new IllegalStateException("a fault of ours is no signal");
    };
  }
}
