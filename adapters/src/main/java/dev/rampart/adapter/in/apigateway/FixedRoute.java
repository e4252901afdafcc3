package dev.rampart.adapter.in.apigateway;

import java.util.function.Supplier;

/** GET of a document that is the same for everybody until the next deployment. */
record FixedRoute(Supplier<String> document) implements Route {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    var json = document.get();
    var etag = "\"" + Hash.of(json) + "\"";
    var reply = Reply.json(200, json).with("ETag", etag).with("Cache-Control", "private, no-cache");
    return EntityTags.read(event, "if-none-match")
        .answer(
            tags ->
                tags.filter(seen -> seen.matchWeakly(etag)).isPresent() ? reply.bare(304) : reply);
  }
}
