package dev.rampart.local.command;

import dev.rampart.local.alarm.StateChange;
import dev.rampart.local.gateway.RequestReport;
import dev.rampart.local.stack.Progress;
import java.io.PrintWriter;

/** Tells whoever started a run of its steps, and of each request and each alarm. */
record UpProgress(PrintWriter err, RequestPrinter requests) implements Progress {

  @Override
  public void step(String what) {
    err.println("rampart: " + what);
  }

  @Override
  public void alarm(StateChange change) {
    requests.take(change);
  }

  @Override
  public void request(RequestReport report) {
    requests.take(report);
  }
}
