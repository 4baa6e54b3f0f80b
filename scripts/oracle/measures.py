"""Measure sites and the things about them with shapely: see measures.ts. Ends with 3 where there is no shapely."""
import json
import sys

try:
    from shapely.geometry import shape
    from shapely.ops import unary_union
except ImportError:
    sys.exit(3)


def figures(site, things, within):
    ground = [thing for thing in things if thing.geom_type in ("Polygon", "MultiPolygon")]
    covers = site.geom_type in ("Polygon", "MultiPolygon") and ground
    apart = [site.distance(thing) for thing in things]
    return {
        "distanceM": min(apart),
        "areaM2": site.intersection(unary_union(ground)).area if covers else 0,
        "on": sum(1 for metres in apart if metres <= 1e-6),
        "within": sum(1 for metres in apart if metres <= within),
    }


print(
    json.dumps(
        [
            figures(shape(each["site"]), [shape(thing) for thing in each["things"]], float(sys.argv[1]))
            for each in json.load(sys.stdin)
        ]
    )
)
