/**
 * The stand-in for SNS. {@code TopicReader} reads topics and subscriptions of a template; {@code
 * Topics} delivers what is published to queues, to HTTP on loopback and, as mail, into an {@code
 * Inbox}; {@code TopicsService} answers {@code aws sns}, and {@code InboxService} shows the inbox.
 */
@NullMarked
package dev.rampart.local.topics;

import org.jspecify.annotations.NullMarked;
