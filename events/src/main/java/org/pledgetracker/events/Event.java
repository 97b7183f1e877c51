package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A fact of the published language. The value on the wire repeats its {@code type}, so that a record can be read
 * without its headers; type names are explicit and versioned, never class names.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CampaignDefined.class, name = CampaignDefined.TYPE),
    @JsonSubTypes.Type(value = CampaignKeyCreated.class, name = CampaignKeyCreated.TYPE),
    @JsonSubTypes.Type(value = PledgesDeclared.class, name = PledgesDeclared.TYPE),
    @JsonSubTypes.Type(value = TallyCounted.class, name = TallyCounted.TYPE),
    @JsonSubTypes.Type(value = TallyReleased.class, name = TallyReleased.TYPE),
    @JsonSubTypes.Type(value = ThresholdReached.class, name = ThresholdReached.TYPE),
    @JsonSubTypes.Type(value = ThresholdLost.class, name = ThresholdLost.TYPE),
    @JsonSubTypes.Type(value = TallyRecorded.class, name = TallyRecorded.TYPE),
    @JsonSubTypes.Type(value = FiguresDisclosed.class, name = FiguresDisclosed.TYPE),
    @JsonSubTypes.Type(value = AlertAcknowledged.class, name = AlertAcknowledged.TYPE),
    @JsonSubTypes.Type(value = AlertRaised.class, name = AlertRaised.TYPE),
    @JsonSubTypes.Type(value = DeliveryRequested.class, name = DeliveryRequested.TYPE),
    @JsonSubTypes.Type(value = DeliveryDelivered.class, name = DeliveryDelivered.TYPE),
    @JsonSubTypes.Type(value = DeliveryFailed.class, name = DeliveryFailed.TYPE),
    @JsonSubTypes.Type(value = DeliveryAbandoned.class, name = DeliveryAbandoned.TYPE),
    @JsonSubTypes.Type(value = SubscriptionSet.class, name = SubscriptionSet.TYPE)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Event
        permits CampaignDefined,
                CampaignKeyCreated,
                PledgesDeclared,
                TallyCounted,
                TallyReleased,
                TallyRecorded,
                FiguresDisclosed,
                ThresholdCrossed,
                AlertEvent,
                SubscriptionSet {

    /** The versioned type name, for instance {@code pledges.declared.v1}. */
    String typeName();

    /** The record key under which this event stands in its topic. */
    String key();
}
