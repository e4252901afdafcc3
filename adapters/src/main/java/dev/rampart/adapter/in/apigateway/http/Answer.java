package dev.rampart.adapter.in.apigateway.http;

import java.util.List;

/** The outcome of a request: a reply as asked for, or a refusal. */
public sealed interface Answer permits Reply, Refusal {

  /** Returns what the request is suspected of; empty if nothing is to be reported. */
  List<Suspicion> suspicions();

  /** Returns this answer with one more header, or another value of it. */
  Answer with(String name, String value);
}
