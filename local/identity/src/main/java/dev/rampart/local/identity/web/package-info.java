/** The little of HTTP that the pool needs: strict forms, safe answers, one loopback port. */
@NullMarked
package dev.rampart.local.identity.web;

import org.jspecify.annotations.NullMarked;
