package dev.rampart.local.host;

import java.io.IOException;

/** Starts the processes of functions. */
@FunctionalInterface
interface ProcessStarter {
  /**
   * Starts a process that will ask the Runtime API for work.
   *
   * @param runtimeApi the address that it asks, without a scheme; the secret path in it is only for
   *     the process itself
   * @param id what others may know it by
   * @throws IOException if the system cannot start one, for example for want of file descriptors
   */
  Process start(FunctionSpec function, String runtimeApi, String id) throws IOException;
}
