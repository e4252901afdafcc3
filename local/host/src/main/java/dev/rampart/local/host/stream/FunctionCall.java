package dev.rampart.local.host.stream;

import dev.rampart.local.host.Invocation;

/** Invokes the function that a stream feeds. */
@FunctionalInterface
public interface FunctionCall {
  Invocation invoke(byte[] event) throws InterruptedException;
}
