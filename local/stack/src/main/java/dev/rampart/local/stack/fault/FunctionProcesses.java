package dev.rampart.local.stack.fault;

/** The processes of the run's functions, by the session tokens of the calls that they make. */
public interface FunctionProcesses {
  /** Says whether a process that lives sends this token. */
  boolean has(String sessionToken);

  /** Ends the process that sends this token, and waits until it has ended. */
  void kill(String sessionToken) throws InterruptedException;
}
