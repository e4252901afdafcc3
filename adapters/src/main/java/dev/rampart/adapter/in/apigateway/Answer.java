package dev.rampart.adapter.in.apigateway;

import java.util.List;

/** What a request gets: a reply as asked, or a refusal. */
sealed interface Answer permits Reply, Refusal {

  /** What to tell the security team about the request. */
  List<Suspicion> suspicions();
}
