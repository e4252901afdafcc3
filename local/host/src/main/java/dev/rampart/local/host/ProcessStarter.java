package dev.rampart.local.host;

import java.io.IOException;

/** Starts the processes of functions. */
@FunctionalInterface
interface ProcessStarter {
  /**
   * Starts a process that will ask the Runtime API for work.
   *
   * @param runtimeApi the address that it asks, without a scheme
   * @param token what tells it from other processes of the function
   * @throws IOException if the system cannot start one, for example for want of file descriptors
   */
  Process start(FunctionSpec function, String runtimeApi, String token) throws IOException;
}
