package dev.rampart.local.host;

import java.util.Locale;

/** What can drive a handler inside its process. */
public enum Runtimes {
  /** AWS's own runtime interface client; Linux alone has its native library. */
  AWS("com.amazonaws.services.lambda.runtime.api.client.AWSLambda"),
  /** A small loop in plain Java, for stream handlers; for macOS. */
  PLAIN("dev.rampart.local.host.worker.RuntimeLoop");

  private final String mainClass;

  Runtimes(String mainClass) {
    this.mainClass = mainClass;
  }

  /** Returns the best that this machine can run. */
  public static Runtimes fitting() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    return linux ? AWS : PLAIN;
  }

  String mainClass() {
    return mainClass;
  }
}
