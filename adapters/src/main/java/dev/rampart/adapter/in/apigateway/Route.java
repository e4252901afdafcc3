package dev.rampart.adapter.in.apigateway;

/** One operation: reads its part of a request, asks its use case, words the outcome. */
interface Route {
  Answer answer(ProxyEvent event, Caller caller);
}
