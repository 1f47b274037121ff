package dev.ticketrail.defaults.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.type.LogicalType;

/**
 * Refuses texts that JSON can spell and PostgreSQL cannot store: U+0000 and half a
 * surrogate pair. Otherwise they would come back as a server error, late.
 */
class StorableTextDeserializer extends StdScalarDeserializer<String> {

	StorableTextDeserializer() {
		super(String.class);
	}

	@Override
	public LogicalType logicalType() {
		return LogicalType.Textual;
	}

	@Override
	public String deserialize(JsonParser parser, DeserializationContext context) {
		String text = StringDeserializer.instance.deserialize(parser, context);
		if (text != null && !StorableText.is(text)) {
			throw new UnstorableTextException(parser);
		}
		return text;
	}

}
