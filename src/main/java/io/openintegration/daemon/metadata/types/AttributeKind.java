package io.openintegration.daemon.metadata.types;

import io.openintegration.daemon.metadata.PropertyValue;

/** The kinds of values that attributes take, each with the name that open metadata has for it. */
public enum AttributeKind {
    TEXT("string", PropertyValue.Text.class),
    INT("int", PropertyValue.IntNumber.class),
    LONG("long", PropertyValue.LongNumber.class),
    DECIMAL("double", PropertyValue.DecimalNumber.class),
    FLAG("boolean", PropertyValue.Flag.class),
    DATE("date", PropertyValue.Date.class),
    CHOICE("enum", PropertyValue.Choice.class),
    TEXT_LIST("array<string>", PropertyValue.TextList.class),
    TEXT_MAP("map<string,string>", PropertyValue.TextMap.class);

    private final String typeName;
    private final Class<? extends PropertyValue> valueClass;

    AttributeKind(String typeName, Class<? extends PropertyValue> valueClass) {
        this.typeName = typeName;
        this.valueClass = valueClass;
    }

    public String typeName() {
        return typeName;
    }

    boolean fits(PropertyValue value) {
        return valueClass.isInstance(value);
    }
}
