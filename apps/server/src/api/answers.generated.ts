// Written by apps/server/src/testing/answer-schemas.ts from the types of packages/wire; not edited.
export const answers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "ActionView": {
    "type": "object",
    "properties": {
      "action": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "status": {
        "enum": [
          "possible",
          "others",
          "impossible"
        ]
      },
      "note": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "basis": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/BasisText"
        }
      },
      "due": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "approver": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "primary": {
        "type": "boolean"
      }
    },
    "required": [
      "action",
      "name",
      "status",
      "note",
      "basis",
      "due",
      "approver",
      "primary"
    ],
    "additionalProperties": false
  },
  "Actor": {
    "anyOf": [
      {
        "type": "object",
        "properties": {
          "kind": {
            "const": "official"
          },
          "person": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "posts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/HeldPost"
            }
          }
        },
        "required": [
          "kind",
          "person",
          "name",
          "posts"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "kind": {
            "const": "party"
          },
          "matter": {
            "type": "string"
          }
        },
        "required": [
          "kind"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "kind": {
            "const": "clock"
          }
        },
        "required": [
          "kind"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "kind": {
            "const": "message"
          },
          "from": {
            "type": "string"
          }
        },
        "required": [
          "kind",
          "from"
        ],
        "additionalProperties": false
      }
    ]
  },
  "ActorRecord": {
    "type": "object",
    "properties": {
      "kind": {
        "enum": [
          "official",
          "party",
          "clock",
          "message"
        ]
      },
      "person": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "post": {
        "type": "string"
      },
      "org": {
        "type": "string"
      }
    },
    "required": [
      "kind"
    ],
    "additionalProperties": false
  },
  "BasisText": {
    "type": "object",
    "properties": {
      "title": {
        "type": "string"
      },
      "article": {
        "type": "number"
      },
      "sub": {
        "type": "number"
      },
      "paragraph": {
        "type": "number"
      },
      "item": {
        "type": "number"
      },
      "edition": {
        "$ref": "#/components/schemas/Edition"
      },
      "note": {
        "type": "string"
      },
      "text": {
        "type": "string"
      }
    },
    "required": [
      "title",
      "text"
    ],
    "additionalProperties": false
  },
  "BoardBar": {
    "type": "object",
    "properties": {
      "label": {
        "type": "string"
      },
      "text": {
        "type": "string"
      },
      "height": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "label",
      "text",
      "height"
    ],
    "additionalProperties": false
  },
  "BoardFigure": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "unit": {
        "type": "string"
      },
      "source": {
        "enum": [
          "records",
          "returns"
        ]
      },
      "value": {
        "$ref": "#/components/schemas/Value"
      },
      "text": {
        "type": "string"
      },
      "base": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "basedOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "compared": {
        "$ref": "#/components/schemas/ComparedWith"
      },
      "trend": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/BoardBar"
        }
      },
      "notes": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "open": {
        "$ref": "#/components/schemas/FigureAddress"
      }
    },
    "required": [
      "code",
      "name",
      "unit",
      "source",
      "value",
      "text",
      "base",
      "basedOn",
      "compared",
      "trend",
      "notes",
      "open"
    ],
    "additionalProperties": false
  },
  "BoardPanel": {
    "type": "object",
    "properties": {
      "kind": {
        "enum": [
          "trend",
          "places",
          "field"
        ]
      },
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "unit": {
        "type": "string"
      },
      "head": {
        "type": "string"
      },
      "finding": {
        "type": "string"
      },
      "caption": {
        "type": "string"
      },
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/BoardRow"
        }
      },
      "others": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/BoardRow"
        }
      },
      "total": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "notes": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "beforeName": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "kind",
      "code",
      "name",
      "unit",
      "head",
      "finding",
      "caption",
      "rows",
      "others",
      "total",
      "notes",
      "beforeName"
    ],
    "additionalProperties": false
  },
  "BoardRow": {
    "type": "object",
    "properties": {
      "label": {
        "type": "string"
      },
      "text": {
        "type": "string"
      },
      "height": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "key": {
        "type": "string"
      },
      "value": {
        "$ref": "#/components/schemas/Value"
      },
      "parts": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "rank": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "unranked": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "before": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "label": {
                "type": "string"
              },
              "text": {
                "type": "string"
              },
              "height": {
                "anyOf": [
                  {
                    "type": "number"
                  },
                  {
                    "type": "null"
                  }
                ]
              },
              "change": {
                "type": "string"
              }
            },
            "required": [
              "label",
              "text",
              "height",
              "change"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "open": {
        "$ref": "#/components/schemas/FigureAddress"
      }
    },
    "required": [
      "label",
      "text",
      "height",
      "key",
      "value",
      "parts",
      "rank",
      "unranked",
      "before",
      "open"
    ],
    "additionalProperties": false
  },
  "ChapterStage": {
    "enum": [
      "idle",
      "unwritten",
      "writing",
      "submitted",
      "confirmed",
      "returned"
    ]
  },
  "ClauseHit": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "kind": {
        "type": "string"
      },
      "region": {
        "type": "string"
      },
      "locator": {
        "type": "string"
      },
      "label": {
        "type": "string"
      },
      "effectiveOn": {
        "type": "string"
      },
      "current": {
        "type": "boolean"
      },
      "excerpt": {
        "type": "string"
      }
    },
    "required": [
      "code",
      "title",
      "kind",
      "region",
      "locator",
      "label",
      "effectiveOn",
      "current",
      "excerpt"
    ],
    "additionalProperties": false
  },
  "ClockState": {
    "type": "object",
    "properties": {
      "nominalDue": {
        "type": "string",
        "format": "date"
      },
      "legalDue": {
        "type": "string",
        "format": "date"
      },
      "targetDue": {
        "type": "string",
        "format": "date"
      },
      "provisional": {
        "type": "boolean"
      },
      "code": {
        "type": "string"
      },
      "startedOn": {
        "type": "string",
        "format": "date"
      },
      "opensOn": {
        "anyOf": [
          {
            "type": "string",
            "format": "date"
          },
          {
            "type": "null"
          }
        ]
      },
      "suspensions": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/Suspension"
        }
      },
      "extension": {
        "type": "number"
      },
      "settings": {
        "type": "object",
        "additionalProperties": {
          "$ref": "#/components/schemas/SettingValue"
        }
      },
      "stoppedOn": {
        "anyOf": [
          {
            "type": "string",
            "format": "date"
          },
          {
            "type": "null"
          }
        ]
      },
      "outcome": {
        "anyOf": [
          {
            "enum": [
              "met",
              "late",
              "waived",
              "void"
            ]
          },
          {
            "type": "null"
          }
        ]
      },
      "acted": {
        "const": true
      }
    },
    "required": [
      "nominalDue",
      "legalDue",
      "targetDue",
      "provisional",
      "code",
      "startedOn",
      "opensOn",
      "suspensions",
      "extension",
      "stoppedOn",
      "outcome"
    ],
    "additionalProperties": false
  },
  "ClockView": {
    "type": "object",
    "properties": {
      "nominalDue": {
        "type": "string",
        "format": "date"
      },
      "legalDue": {
        "type": "string",
        "format": "date"
      },
      "targetDue": {
        "type": "string",
        "format": "date"
      },
      "provisional": {
        "type": "boolean"
      },
      "code": {
        "type": "string"
      },
      "startedOn": {
        "type": "string",
        "format": "date"
      },
      "opensOn": {
        "anyOf": [
          {
            "type": "string",
            "format": "date"
          },
          {
            "type": "null"
          }
        ]
      },
      "suspensions": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/Suspension"
        }
      },
      "extension": {
        "type": "number"
      },
      "settings": {
        "type": "object",
        "additionalProperties": {
          "$ref": "#/components/schemas/SettingValue"
        }
      },
      "stoppedOn": {
        "anyOf": [
          {
            "type": "string",
            "format": "date"
          },
          {
            "type": "null"
          }
        ]
      },
      "outcome": {
        "anyOf": [
          {
            "enum": [
              "met",
              "late",
              "waived",
              "void"
            ]
          },
          {
            "type": "null"
          }
        ]
      },
      "acted": {
        "const": true
      },
      "name": {
        "type": "string"
      },
      "event": {
        "type": "string"
      },
      "expiry": {
        "$ref": "#/components/schemas/Expiry"
      },
      "holder": {
        "$ref": "#/components/schemas/Holder"
      },
      "mine": {
        "type": "boolean"
      },
      "unit": {
        "enum": [
          "workday",
          "day",
          "month",
          "year",
          "hour"
        ]
      },
      "basis": {
        "$ref": "#/components/schemas/BasisText"
      },
      "unverified": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "rests": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "code": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "question": {
              "type": "string"
            },
            "value": {
              "type": "string"
            }
          },
          "required": [
            "code",
            "name",
            "question",
            "value"
          ],
          "additionalProperties": false
        }
      },
      "acts": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "atExpiry": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "standing": {
        "type": "object",
        "properties": {
          "tone": {
            "enum": [
              "normal",
              "soon",
              "today",
              "late",
              "paused",
              "done"
            ]
          },
          "amount": {
            "type": "number"
          },
          "leftAfterResume": {
            "type": "number"
          }
        },
        "required": [
          "tone",
          "amount"
        ],
        "additionalProperties": false
      }
    },
    "required": [
      "nominalDue",
      "legalDue",
      "targetDue",
      "provisional",
      "code",
      "startedOn",
      "opensOn",
      "suspensions",
      "extension",
      "stoppedOn",
      "outcome",
      "name",
      "event",
      "expiry",
      "holder",
      "mine",
      "unit",
      "basis",
      "unverified",
      "rests",
      "acts",
      "atExpiry",
      "standing"
    ],
    "additionalProperties": false
  },
  "Collected": {
    "type": "object",
    "properties": {
      "value": {
        "$ref": "#/components/schemas/Value"
      },
      "approx": {
        "$ref": "#/components/schemas/CollectedApprox"
      },
      "parts": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            },
            "value": {
              "$ref": "#/components/schemas/Value"
            },
            "approx": {
              "$ref": "#/components/schemas/CollectedApprox"
            }
          },
          "required": [
            "name",
            "value",
            "approx"
          ],
          "additionalProperties": false
        }
      },
      "note": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "from": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ReturnRef"
        }
      },
      "waiting": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "value",
      "approx",
      "parts",
      "note",
      "from",
      "waiting"
    ],
    "additionalProperties": false
  },
  "CollectedApprox": {
    "anyOf": [
      {
        "const": "exact"
      },
      {
        "$ref": "#/components/schemas/Rounding"
      }
    ]
  },
  "CollectedFigure": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "part": {
        "type": "string"
      },
      "kind": {
        "$ref": "#/components/schemas/CollectedKind"
      },
      "value": {
        "type": "string"
      },
      "numerator": {
        "type": "number"
      },
      "denominator": {
        "type": "number"
      },
      "approx": {
        "$ref": "#/components/schemas/CollectedApprox"
      },
      "origin": {
        "$ref": "#/components/schemas/CollectedOrigin"
      },
      "reason": {
        "type": "string"
      }
    },
    "required": [
      "code",
      "kind"
    ],
    "additionalProperties": false
  },
  "CollectedKind": {
    "enum": [
      "value",
      "missing",
      "notApplicable",
      "notReported",
      "withheld"
    ]
  },
  "CollectedOrigin": {
    "enum": [
      "units",
      "periods"
    ]
  },
  "CompareCell": {
    "type": "object",
    "properties": {
      "text": {
        "type": "string"
      },
      "value": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "drawn": {
        "type": "boolean"
      },
      "refused": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "relation": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "other": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "base": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "extent": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "version": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "source": {
        "anyOf": [
          {
            "enum": [
              "records",
              "returns",
              "report"
            ]
          },
          {
            "type": "null"
          }
        ]
      },
      "unchecked": {
        "type": "number"
      },
      "n": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "notes": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "text",
      "value",
      "drawn",
      "refused",
      "relation",
      "other",
      "base",
      "extent",
      "version",
      "source",
      "unchecked",
      "n",
      "notes"
    ],
    "additionalProperties": false
  },
  "CompareColumn": {
    "type": "object",
    "properties": {
      "key": {
        "type": "string"
      },
      "object": {
        "type": "string"
      },
      "period": {
        "type": "string"
      },
      "place": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "periodWords": {
        "type": "string"
      },
      "source": {
        "enum": [
          "platform",
          "report"
        ]
      }
    },
    "required": [
      "key",
      "object",
      "period",
      "place",
      "title",
      "periodWords",
      "source"
    ],
    "additionalProperties": false
  },
  "ComparedArticle": {
    "type": "object",
    "properties": {
      "change": {
        "enum": [
          "same",
          "moved",
          "modified",
          "new",
          "deleted"
        ]
      },
      "old": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "locator": {
                "type": "string"
              },
              "label": {
                "type": "string"
              }
            },
            "required": [
              "locator",
              "label"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "new": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "locator": {
                "type": "string"
              },
              "label": {
                "type": "string"
              }
            },
            "required": [
              "locator",
              "label"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "runs": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawRun"
        }
      },
      "text": {
        "type": "string"
      }
    },
    "required": [
      "change",
      "old",
      "new"
    ],
    "additionalProperties": false
  },
  "ComparedWith": {
    "type": "object",
    "properties": {
      "text": {
        "type": "string"
      },
      "value": {
        "$ref": "#/components/schemas/Value"
      },
      "change": {
        "type": "string"
      },
      "better": {
        "anyOf": [
          {
            "type": "boolean"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "text",
      "value",
      "change",
      "better"
    ],
    "additionalProperties": false
  },
  "CompareRow": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "unit": {
        "type": "string"
      },
      "kind": {
        "type": "string"
      },
      "counted": {
        "type": "string"
      },
      "cells": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/CompareCell"
        }
      },
      "finding": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "others": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "code": {
              "type": "string"
            },
            "columns": {
              "type": "array",
              "items": {
                "type": "number"
              }
            }
          },
          "required": [
            "code",
            "columns"
          ],
          "additionalProperties": false
        }
      },
      "doubts": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "code",
      "name",
      "unit",
      "kind",
      "counted",
      "cells",
      "finding",
      "others",
      "doubts"
    ],
    "additionalProperties": false
  },
  "Comparison": {
    "enum": [
      "year",
      "previous",
      "superior"
    ]
  },
  "CountingMethods": {
    "type": "object",
    "properties": {
      "clearDays": {
        "enum": [
          "between",
          "ordinary"
        ]
      },
      "suspensionDays": {
        "enum": [
          "from",
          "to",
          "both",
          "neither"
        ]
      },
      "extendFrom": {
        "enum": [
          "nominal",
          "legal"
        ]
      }
    },
    "required": [
      "clearDays",
      "suspensionDays",
      "extendFrom"
    ],
    "additionalProperties": false
  },
  "DashboardEntry": {
    "type": "object",
    "properties": {
      "key": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "purpose": {
        "type": "string"
      }
    },
    "required": [
      "key",
      "name",
      "purpose"
    ],
    "additionalProperties": false
  },
  "DashboardView": {
    "type": "object",
    "properties": {
      "key": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "purpose": {
        "type": "string"
      },
      "org": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "id",
          "name"
        ],
        "additionalProperties": false
      },
      "period": {
        "type": "object",
        "properties": {
          "text": {
            "type": "string"
          },
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "text",
          "from",
          "to",
          "name"
        ],
        "additionalProperties": false
      },
      "compare": {
        "type": "object",
        "properties": {
          "with": {
            "$ref": "#/components/schemas/Comparison"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "with",
          "name"
        ],
        "additionalProperties": false
      },
      "asOf": {
        "type": "string"
      },
      "notes": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "figures": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/BoardFigure"
        }
      },
      "panels": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/BoardPanel"
        }
      }
    },
    "required": [
      "key",
      "name",
      "purpose",
      "org",
      "period",
      "compare",
      "asOf",
      "notes",
      "figures",
      "panels"
    ],
    "additionalProperties": false
  },
  "Deadline": {
    "type": "object",
    "properties": {
      "from": {
        "type": "string",
        "format": "date"
      },
      "nominalDue": {
        "type": "string",
        "format": "date"
      },
      "legalDue": {
        "type": "string",
        "format": "date"
      },
      "targetDue": {
        "type": "string",
        "format": "date"
      },
      "provisional": {
        "type": "boolean"
      },
      "opensOn": {
        "type": "string",
        "format": "date"
      },
      "lapsesAt": {
        "$ref": "#/components/schemas/Instant"
      },
      "pausedSince": {
        "type": "string",
        "format": "date"
      },
      "counted": {
        "type": "array",
        "items": {
          "type": "string",
          "format": "date"
        }
      },
      "explanation": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ExplanationStep"
        }
      }
    },
    "required": [
      "from",
      "nominalDue",
      "legalDue",
      "targetDue",
      "provisional",
      "counted",
      "explanation"
    ],
    "additionalProperties": false
  },
  "DeskFigure": {
    "type": "object",
    "properties": {
      "figure": {
        "$ref": "#/components/schemas/ReadFigure"
      },
      "before": {
        "type": "string"
      },
      "after": {
        "type": "string"
      },
      "of": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/MarkedFigure"
          },
          {
            "type": "null"
          }
        ]
      },
      "refersTo": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/MarkedFigure"
          },
          {
            "type": "null"
          }
        ]
      },
      "next": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "previous": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "figure",
      "before",
      "after",
      "of",
      "refersTo",
      "next",
      "previous"
    ],
    "additionalProperties": false
  },
  "DisclosureRow": {
    "type": "object",
    "properties": {
      "unit": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "under": {
        "type": "string"
      },
      "level": {
        "type": "string"
      },
      "status": {
        "$ref": "#/components/schemas/DisclosureStatus"
      },
      "publishedOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "place": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "address": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "digest": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "source": {
        "anyOf": [
          {
            "enum": [
              "platform",
              "entered"
            ]
          },
          {
            "type": "null"
          }
        ]
      },
      "enteredBy": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "progress": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "reminded": {
        "type": "number"
      },
      "remindedAt": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "remindedWho": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "seenAt": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "note": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "mayEnter": {
        "type": "boolean"
      }
    },
    "required": [
      "unit",
      "name",
      "under",
      "level",
      "status",
      "publishedOn",
      "place",
      "address",
      "digest",
      "source",
      "enteredBy",
      "progress",
      "reminded",
      "remindedAt",
      "remindedWho",
      "seenAt",
      "note",
      "mayEnter"
    ],
    "additionalProperties": false
  },
  "DisclosureStatus": {
    "enum": [
      "onTime",
      "late",
      "pending",
      "overdue",
      "ended"
    ]
  },
  "DisclosureTally": {
    "type": "object",
    "properties": {
      "level": {
        "type": "string"
      },
      "due": {
        "type": "number"
      },
      "onTime": {
        "type": "number"
      },
      "late": {
        "type": "number"
      },
      "open": {
        "type": "number"
      }
    },
    "required": [
      "level",
      "due",
      "onTime",
      "late",
      "open"
    ],
    "additionalProperties": false
  },
  "DisclosureView": {
    "type": "object",
    "properties": {
      "org": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "id",
          "name"
        ],
        "additionalProperties": false
      },
      "year": {
        "type": "number"
      },
      "today": {
        "type": "string"
      },
      "before": {
        "type": "string"
      },
      "basis": {
        "type": "string"
      },
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/DisclosureRow"
        }
      },
      "tallies": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/DisclosureTally"
        }
      },
      "mayRemind": {
        "type": "boolean"
      }
    },
    "required": [
      "org",
      "year",
      "today",
      "before",
      "basis",
      "rows",
      "tallies",
      "mayRemind"
    ],
    "additionalProperties": false
  },
  "DocumentView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "template": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "number": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "issuedOn": {
        "type": "string"
      },
      "code": {
        "type": "string"
      },
      "digest": {
        "type": "string"
      },
      "state": {
        "enum": [
          "issued",
          "served",
          "withdrawn"
        ]
      },
      "recipients": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "recipient": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "service": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/ServiceView"
                },
                {
                  "type": "null"
                }
              ]
            },
            "registered": {
              "anyOf": [
                {
                  "type": "object",
                  "properties": {
                    "on": {
                      "type": "string"
                    },
                    "name": {
                      "type": "string"
                    }
                  },
                  "required": [
                    "on",
                    "name"
                  ],
                  "additionalProperties": false
                },
                {
                  "type": "null"
                }
              ]
            }
          },
          "required": [
            "recipient",
            "name",
            "service",
            "registered"
          ],
          "additionalProperties": false
        }
      },
      "voided": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "method": {
              "type": "string"
            },
            "methodName": {
              "type": "string"
            },
            "servedOn": {
              "type": "string"
            },
            "form": {
              "$ref": "#/components/schemas/JsonObject"
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "method",
            "methodName",
            "servedOn",
            "form",
            "name"
          ],
          "additionalProperties": false
        }
      },
      "replacedBy": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "withdrawnFor": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "mayServe": {
        "type": "boolean"
      },
      "mayVoidService": {
        "type": "boolean"
      },
      "mayCorrect": {
        "type": "boolean"
      },
      "mayWithdraw": {
        "type": "boolean"
      }
    },
    "required": [
      "id",
      "template",
      "name",
      "number",
      "issuedOn",
      "code",
      "digest",
      "state",
      "recipients",
      "voided",
      "replacedBy",
      "withdrawnFor",
      "mayServe",
      "mayVoidService",
      "mayCorrect",
      "mayWithdraw"
    ],
    "additionalProperties": false
  },
  "Edition": {
    "type": "object",
    "properties": {
      "name": {
        "type": "string"
      },
      "from": {
        "type": "string"
      },
      "until": {
        "type": "string"
      }
    },
    "required": [
      "name"
    ],
    "additionalProperties": false
  },
  "Expiry": {
    "enum": [
      "duty",
      "deemed",
      "lapse",
      "right",
      "wait",
      "backward",
      "promise"
    ]
  },
  "ExplanationStep": {
    "type": "object",
    "properties": {
      "text": {
        "type": "string"
      },
      "basis": {
        "$ref": "#/components/schemas/LegalBasis"
      },
      "note": {
        "type": "string"
      },
      "method": {
        "enum": [
          "clearDays",
          "suspensionDays",
          "extendFrom"
        ]
      }
    },
    "required": [
      "text"
    ],
    "additionalProperties": false
  },
  "FigureAddress": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "org": {
        "type": "string"
      },
      "period": {
        "type": "string"
      },
      "own": {
        "const": "1"
      },
      "by": {
        "type": "string"
      },
      "is": {
        "type": "string"
      }
    },
    "required": [
      "code",
      "org",
      "period"
    ],
    "additionalProperties": false
  },
  "FigureBody": {
    "type": "object",
    "properties": {
      "start": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991
      },
      "end": {
        "type": "integer",
        "minimum": 1,
        "maximum": 9007199254740991
      },
      "value": {
        "type": "number",
        "minimum": -1000000000000000,
        "maximum": 1000000000000000
      },
      "valueTo": {
        "anyOf": [
          {
            "type": "number",
            "minimum": -1000000000000000,
            "maximum": 1000000000000000
          },
          {
            "type": "null"
          }
        ]
      },
      "unit": {
        "anyOf": [
          {
            "type": "string",
            "minLength": 1,
            "maxLength": 20
          },
          {
            "type": "null"
          }
        ]
      },
      "approx": {
        "type": "string",
        "enum": [
          "exact",
          "about",
          "over",
          "under"
        ]
      },
      "role": {
        "type": "string",
        "enum": [
          "level",
          "change",
          "previous",
          "share",
          "rank",
          "duration",
          "target"
        ]
      },
      "polarity": {
        "anyOf": [
          {
            "type": "string",
            "enum": [
              "up",
              "down"
            ]
          },
          {
            "type": "null"
          }
        ]
      },
      "basis": {
        "anyOf": [
          {
            "type": "string",
            "minLength": 1,
            "maxLength": 60
          },
          {
            "type": "null"
          }
        ]
      },
      "subject": {
        "anyOf": [
          {
            "type": "string",
            "minLength": 1,
            "maxLength": 60
          },
          {
            "type": "null"
          }
        ]
      },
      "verb": {
        "anyOf": [
          {
            "type": "string",
            "minLength": 1,
            "maxLength": 30
          },
          {
            "type": "null"
          }
        ]
      },
      "scope": {
        "anyOf": [
          {
            "type": "string",
            "minLength": 1,
            "maxLength": 60
          },
          {
            "type": "null"
          }
        ]
      },
      "indicator": {
        "anyOf": [
          {
            "type": "string",
            "maxLength": 80
          },
          {
            "type": "null"
          }
        ]
      },
      "refersTo": {
        "anyOf": [
          {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991
          },
          {
            "type": "null"
          }
        ]
      },
      "of": {
        "anyOf": [
          {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "start",
      "end",
      "value",
      "valueTo",
      "unit",
      "approx",
      "role",
      "polarity",
      "basis",
      "subject",
      "verb",
      "scope",
      "indicator",
      "refersTo",
      "of"
    ],
    "additionalProperties": false
  },
  "FigureBreakdown": {
    "type": "object",
    "properties": {
      "series": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/FigurePart"
        }
      },
      "orgs": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/FigurePart"
        }
      },
      "orgSum": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "orgNote": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "series",
      "orgs",
      "orgSum",
      "orgNote"
    ],
    "additionalProperties": false
  },
  "FigureByField": {
    "type": "object",
    "properties": {
      "head": {
        "type": "string"
      },
      "groups": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "key": {
              "type": "string"
            },
            "label": {
              "type": "string"
            },
            "value": {
              "$ref": "#/components/schemas/Value"
            }
          },
          "required": [
            "key",
            "label",
            "value"
          ],
          "additionalProperties": false
        }
      },
      "several": {
        "type": "boolean"
      }
    },
    "required": [
      "head",
      "groups",
      "several"
    ],
    "additionalProperties": false
  },
  "FigureComparison": {
    "type": "object",
    "properties": {
      "columns": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/CompareColumn"
        }
      },
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/CompareRow"
        }
      },
      "notes": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "asOf": {
        "type": "string"
      }
    },
    "required": [
      "columns",
      "rows",
      "notes",
      "asOf"
    ],
    "additionalProperties": false
  },
  "FigureCounts": {
    "type": "object",
    "properties": {
      "all": {
        "type": "number"
      },
      "open": {
        "type": "number"
      },
      "uncertain": {
        "type": "number"
      },
      "confirmed": {
        "type": "number"
      },
      "rejected": {
        "type": "number"
      }
    },
    "required": [
      "all",
      "open",
      "uncertain",
      "confirmed",
      "rejected"
    ],
    "additionalProperties": false
  },
  "FigurePart": {
    "type": "object",
    "properties": {
      "key": {
        "type": "string"
      },
      "label": {
        "type": "string"
      },
      "value": {
        "$ref": "#/components/schemas/Value"
      },
      "text": {
        "type": "string"
      },
      "parts": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "rank": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "unranked": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "key",
      "label",
      "value",
      "text",
      "parts",
      "rank",
      "unranked"
    ],
    "additionalProperties": false
  },
  "FigureStepped": {
    "type": "object",
    "properties": {
      "report": {
        "$ref": "#/components/schemas/ReadReport"
      },
      "figure": {
        "$ref": "#/components/schemas/ReadFigure"
      }
    },
    "required": [
      "report",
      "figure"
    ],
    "additionalProperties": false
  },
  "FigureWhy": {
    "type": "object",
    "properties": {
      "definition": {
        "type": "string"
      },
      "attribution": {
        "type": "string"
      },
      "scope": {
        "type": "string"
      },
      "unit": {
        "type": "string"
      },
      "formula": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "label": {
              "type": "string"
            },
            "text": {
              "type": "string"
            }
          },
          "required": [
            "label",
            "text"
          ],
          "additionalProperties": false
        }
      },
      "basis": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "excluded": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "why": {
              "type": "string"
            },
            "count": {
              "type": "number"
            }
          },
          "required": [
            "why",
            "count"
          ],
          "additionalProperties": false
        }
      },
      "sampled": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "versions": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "version": {
              "type": "number"
            },
            "from": {
              "type": "string"
            },
            "counted": {
              "type": "string"
            }
          },
          "required": [
            "version",
            "from",
            "counted"
          ],
          "additionalProperties": false
        }
      },
      "notes": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "definition",
      "attribution",
      "scope",
      "unit",
      "formula",
      "basis",
      "excluded",
      "sampled",
      "versions",
      "notes"
    ],
    "additionalProperties": false
  },
  "FindingHandled": {
    "type": "object",
    "properties": {
      "state": {
        "$ref": "#/components/schemas/FindingState"
      },
      "note": {
        "type": "string"
      },
      "sentTo": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "person": {
        "type": "string"
      },
      "post": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "at": {
        "type": "string"
      }
    },
    "required": [
      "state",
      "note",
      "sentTo",
      "person",
      "post",
      "at"
    ],
    "additionalProperties": false
  },
  "FindingList": {
    "type": "object",
    "properties": {
      "of": {
        "type": "object",
        "properties": {
          "source": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "source",
          "name"
        ],
        "additionalProperties": false
      },
      "against": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "name"
          ],
          "additionalProperties": false
        }
      },
      "findings": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/FindingView"
        }
      },
      "notes": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "mayHandle": {
        "type": "boolean"
      },
      "mayExplain": {
        "type": "boolean"
      }
    },
    "required": [
      "of",
      "against",
      "findings",
      "notes",
      "mayHandle",
      "mayExplain"
    ],
    "additionalProperties": false
  },
  "FindingState": {
    "enum": [
      "explained",
      "toCorrect",
      "sentBack",
      "reopened"
    ]
  },
  "FindingStatement": {
    "type": "object",
    "properties": {
      "source": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "n": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "page": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "chapter": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "sentence": {
        "type": "string"
      },
      "from": {
        "type": "number"
      },
      "to": {
        "type": "number"
      }
    },
    "required": [
      "source",
      "name",
      "n",
      "page",
      "chapter",
      "sentence",
      "from",
      "to"
    ],
    "additionalProperties": false
  },
  "FindingView": {
    "type": "object",
    "properties": {
      "key": {
        "type": "string"
      },
      "kind": {
        "enum": [
          "arithmetic",
          "change_arithmetic",
          "impossible_rate",
          "part_larger_than_whole",
          "parts_exceed_whole",
          "same_fact_twice",
          "measure_differs",
          "previous_differs",
          "large_jump",
          "typed_differs"
        ]
      },
      "severity": {
        "enum": [
          "error",
          "warning",
          "agree"
        ]
      },
      "message": {
        "type": "string"
      },
      "statements": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/FindingStatement"
        }
      },
      "handled": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/FindingHandled"
        }
      }
    },
    "required": [
      "key",
      "kind",
      "severity",
      "message",
      "statements",
      "handled"
    ],
    "additionalProperties": false
  },
  "Hand": {
    "type": "object",
    "properties": {
      "person": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "org": {
        "type": "string"
      }
    },
    "required": [
      "person",
      "name",
      "org"
    ],
    "additionalProperties": false
  },
  "HeldPost": {
    "type": "object",
    "properties": {
      "post": {
        "type": "string"
      },
      "org": {
        "type": "string"
      }
    },
    "required": [
      "post",
      "org"
    ],
    "additionalProperties": false
  },
  "Holder": {
    "anyOf": [
      {
        "enum": [
          "organ",
          "party",
          "court",
          "other"
        ]
      },
      {
        "type": "string"
      }
    ]
  },
  "IndicatorEntry": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "unit": {
        "type": "string"
      },
      "kind": {
        "enum": [
          "count",
          "stock",
          "rate",
          "money",
          "duration"
        ]
      },
      "direction": {
        "enum": [
          "up",
          "down",
          "neutral"
        ]
      },
      "domain": {
        "type": "string"
      },
      "counted": {
        "type": "string"
      },
      "base": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "source": {
        "enum": [
          "records",
          "returns"
        ]
      },
      "own": {
        "type": "boolean"
      }
    },
    "required": [
      "code",
      "name",
      "unit",
      "kind",
      "direction",
      "domain",
      "counted",
      "base",
      "source",
      "own"
    ],
    "additionalProperties": false
  },
  "IndicatorFigure": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "unit": {
        "type": "string"
      },
      "kind": {
        "enum": [
          "count",
          "stock",
          "rate",
          "money",
          "duration"
        ]
      },
      "direction": {
        "enum": [
          "up",
          "down",
          "neutral"
        ]
      },
      "org": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "subtree": {
            "type": "boolean"
          }
        },
        "required": [
          "id",
          "name",
          "subtree"
        ],
        "additionalProperties": false
      },
      "period": {
        "type": "object",
        "properties": {
          "text": {
            "type": "string"
          },
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          }
        },
        "required": [
          "text",
          "from",
          "to"
        ],
        "additionalProperties": false
      },
      "source": {
        "enum": [
          "records",
          "returns"
        ]
      },
      "own": {
        "type": "boolean"
      },
      "collected": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Collected"
          },
          {
            "type": "null"
          }
        ]
      },
      "counted": {
        "type": "string"
      },
      "base": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "version": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "value": {
        "$ref": "#/components/schemas/Value"
      },
      "text": {
        "type": "string"
      },
      "before": {
        "type": "object",
        "properties": {
          "name": {
            "type": "string"
          },
          "value": {
            "$ref": "#/components/schemas/Value"
          },
          "text": {
            "type": "string"
          },
          "change": {
            "type": "string"
          }
        },
        "required": [
          "name",
          "value",
          "text",
          "change"
        ],
        "additionalProperties": false
      },
      "also": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "name": {
                "type": "string"
              },
              "value": {
                "$ref": "#/components/schemas/Value"
              },
              "text": {
                "type": "string"
              }
            },
            "required": [
              "name",
              "value",
              "text"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "asOf": {
        "type": "string"
      },
      "notes": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/IndicatorRow"
        }
      }
    },
    "required": [
      "code",
      "name",
      "unit",
      "kind",
      "direction",
      "org",
      "period",
      "source",
      "own",
      "collected",
      "counted",
      "base",
      "version",
      "value",
      "text",
      "before",
      "also",
      "asOf",
      "notes"
    ],
    "additionalProperties": false
  },
  "IndicatorList": {
    "type": "object",
    "properties": {
      "domains": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "code": {
              "type": "string"
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "code",
            "name"
          ],
          "additionalProperties": false
        }
      },
      "indicators": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/IndicatorEntry"
        }
      }
    },
    "required": [
      "domains",
      "indicators"
    ],
    "additionalProperties": false
  },
  "IndicatorRow": {
    "type": "object",
    "properties": {
      "matter": {
        "type": "string"
      },
      "number": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "receipt": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "on": {
        "type": "string"
      },
      "counted": {
        "type": "boolean"
      },
      "base": {
        "type": "boolean"
      },
      "amount": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "matter",
      "number",
      "receipt",
      "title",
      "on",
      "counted",
      "base",
      "amount"
    ],
    "additionalProperties": false
  },
  "IndicatorRows": {
    "type": "object",
    "properties": {
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/IndicatorRow"
        }
      },
      "next": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "only": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "rows",
      "next",
      "only"
    ],
    "additionalProperties": false
  },
  "Instant": {
    "type": "string"
  },
  "IssuedDocument": {
    "type": "object",
    "properties": {
      "template": {
        "type": "string"
      },
      "number": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "id": {
        "type": "string"
      },
      "code": {
        "type": "string"
      },
      "digest": {
        "type": "string"
      },
      "replaces": {
        "type": "object",
        "properties": {
          "document": {
            "type": "string"
          },
          "code": {
            "type": "string"
          },
          "issuedOn": {
            "type": "string",
            "format": "date"
          }
        },
        "required": [
          "document",
          "code",
          "issuedOn"
        ],
        "additionalProperties": false
      }
    },
    "required": [
      "template",
      "number"
    ],
    "additionalProperties": false
  },
  "Json": {
    "anyOf": [
      {
        "type": "null"
      },
      {
        "type": "boolean"
      },
      {
        "type": "number"
      },
      {
        "type": "string"
      },
      {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/Json"
        }
      },
      {
        "type": "object",
        "additionalProperties": {
          "$ref": "#/components/schemas/Json"
        }
      }
    ]
  },
  "JsonObject": {
    "type": "object",
    "additionalProperties": {
      "$ref": "#/components/schemas/Json"
    }
  },
  "KeptStatement": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "written": {
        "type": "string"
      },
      "value": {
        "type": "string"
      },
      "unit": {
        "type": "string"
      },
      "state": {
        "enum": [
          "live",
          "stale",
          "overridden"
        ]
      },
      "source": {
        "enum": [
          "records",
          "returns",
          "override"
        ]
      },
      "origin": {
        "type": "string"
      }
    },
    "required": [
      "code",
      "name",
      "written",
      "value",
      "unit",
      "state",
      "source",
      "origin"
    ],
    "additionalProperties": false
  },
  "LawAffected": {
    "type": "object",
    "properties": {
      "kind": {
        "$ref": "#/components/schemas/LawAffectedKind"
      },
      "id": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "place": {
        "type": "string"
      },
      "raw": {
        "type": "string"
      },
      "relation": {
        "$ref": "#/components/schemas/LawRelation"
      },
      "severity": {
        "$ref": "#/components/schemas/LawSeverity"
      }
    },
    "required": [
      "kind",
      "id",
      "name",
      "place",
      "raw",
      "relation",
      "severity"
    ],
    "additionalProperties": false
  },
  "LawAffectedKind": {
    "enum": [
      "law",
      "definition",
      "template",
      "document",
      "normative",
      "power",
      "benchmark",
      "form"
    ]
  },
  "LawAlert": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "code": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "locator": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "changedOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "change": {
        "$ref": "#/components/schemas/LawChange"
      },
      "affectedKind": {
        "$ref": "#/components/schemas/LawAffectedKind"
      },
      "affected": {
        "type": "string"
      },
      "affectedName": {
        "type": "string"
      },
      "relation": {
        "$ref": "#/components/schemas/LawRelation"
      },
      "severity": {
        "$ref": "#/components/schemas/LawSeverity"
      },
      "createdAt": {
        "type": "string"
      },
      "dueOn": {
        "type": "string"
      },
      "overdue": {
        "type": "boolean"
      },
      "matter": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "owner": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "mine": {
        "type": "boolean"
      },
      "handled": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/LawHandled"
          },
          {
            "const": "open"
          }
        ]
      },
      "handledBy": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "handledAs": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "handledAt": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "note": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "id",
      "code",
      "title",
      "locator",
      "changedOn",
      "change",
      "affectedKind",
      "affected",
      "affectedName",
      "relation",
      "severity",
      "createdAt",
      "dueOn",
      "overdue",
      "matter",
      "owner",
      "mine",
      "handled",
      "handledBy",
      "handledAs",
      "handledAt",
      "note"
    ],
    "additionalProperties": false
  },
  "LawAlertList": {
    "type": "object",
    "properties": {
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawAlert"
        }
      },
      "total": {
        "type": "number"
      },
      "open": {
        "type": "number"
      },
      "mine": {
        "type": "number"
      },
      "mineOverdue": {
        "type": "number"
      },
      "overdue": {
        "type": "number"
      },
      "mayHandle": {
        "type": "boolean"
      },
      "workdays": {
        "type": "object",
        "additionalProperties": {
          "type": "number"
        }
      }
    },
    "required": [
      "rows",
      "total",
      "open",
      "mine",
      "mineOverdue",
      "overdue",
      "mayHandle",
      "workdays"
    ],
    "additionalProperties": false
  },
  "LawArticle": {
    "type": "object",
    "properties": {
      "locator": {
        "type": "string"
      },
      "label": {
        "type": "string"
      },
      "outline": {
        "type": "string"
      },
      "body": {
        "type": "string"
      },
      "identity": {
        "type": "string"
      },
      "inner": {
        "type": "array",
        "items": {
          "type": "array",
          "items": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "number"
              },
              {
                "type": "number"
              }
            ]
          }
        }
      }
    },
    "required": [
      "locator",
      "label",
      "outline",
      "body",
      "identity",
      "inner"
    ],
    "additionalProperties": false
  },
  "LawBatch": {
    "type": "object",
    "properties": {
      "id": {
        "type": "number"
      },
      "name": {
        "type": "string"
      },
      "state": {
        "enum": [
          "open",
          "released",
          "stored",
          "withdrawn"
        ]
      },
      "createdBy": {
        "type": "string"
      },
      "createdAt": {
        "type": "string"
      },
      "releasedBy": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "releasedAt": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "texts": {
        "type": "number"
      },
      "blocked": {
        "type": "number"
      },
      "report": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "stored": {
                "type": "number"
              },
              "same": {
                "type": "number"
              },
              "refused": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            },
            "required": [
              "stored",
              "same",
              "refused"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "id",
      "name",
      "state",
      "createdBy",
      "createdAt",
      "releasedBy",
      "releasedAt",
      "texts",
      "blocked",
      "report"
    ],
    "additionalProperties": false
  },
  "LawBatchAdded": {
    "type": "object",
    "properties": {
      "title": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "effectiveOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "refusal": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "problems": {
        "type": "number"
      }
    },
    "required": [
      "title",
      "effectiveOn",
      "refusal",
      "problems"
    ],
    "additionalProperties": false
  },
  "LawBatchComparison": {
    "type": "object",
    "properties": {
      "code": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "older": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ComparedArticle"
        }
      }
    },
    "required": [
      "code",
      "older",
      "rows"
    ],
    "additionalProperties": false
  },
  "LawBatchSource": {
    "type": "object",
    "properties": {
      "original": {
        "type": "string"
      },
      "source": {
        "type": "string"
      },
      "corrections": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawCorrection"
        }
      },
      "mayCorrect": {
        "type": "boolean"
      },
      "nodes": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            },
            "depth": {
              "type": "number"
            },
            "start": {
              "type": "number"
            }
          },
          "required": [
            "name",
            "depth",
            "start"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "original",
      "source",
      "corrections",
      "mayCorrect",
      "nodes"
    ],
    "additionalProperties": false
  },
  "LawBatchText": {
    "type": "object",
    "properties": {
      "ord": {
        "type": "number"
      },
      "path": {
        "type": "string"
      },
      "title": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "effectiveOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "counts": {
        "type": "object",
        "additionalProperties": {
          "type": "number"
        }
      },
      "diagnostics": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawDiagnostic"
        }
      },
      "refusal": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "note": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "corrections": {
        "type": "number"
      }
    },
    "required": [
      "ord",
      "path",
      "title",
      "effectiveOn",
      "counts",
      "diagnostics",
      "refusal",
      "note",
      "corrections"
    ],
    "additionalProperties": false
  },
  "LawBatchView": {
    "type": "object",
    "properties": {
      "batch": {
        "$ref": "#/components/schemas/LawBatch"
      },
      "mayAdd": {
        "type": "boolean"
      },
      "texts": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawBatchText"
        }
      },
      "notReleased": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "batch",
      "mayAdd",
      "texts",
      "notReleased"
    ],
    "additionalProperties": false
  },
  "LawCatalogue": {
    "type": "object",
    "properties": {
      "on": {
        "type": "string"
      },
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawListed"
        }
      },
      "total": {
        "type": "number"
      }
    },
    "required": [
      "on",
      "rows",
      "total"
    ],
    "additionalProperties": false
  },
  "LawChange": {
    "enum": [
      "modified",
      "moved",
      "deleted",
      "ended",
      "lapsed",
      "cited"
    ]
  },
  "LawCitation": {
    "type": "object",
    "properties": {
      "raw": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "code": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "articles": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "unresolved": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "writtenFor": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "on": {
                "anyOf": [
                  {
                    "type": "string"
                  },
                  {
                    "type": "null"
                  }
                ]
              }
            },
            "required": [
              "on"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "raw",
      "title",
      "code",
      "articles",
      "unresolved",
      "writtenFor"
    ],
    "additionalProperties": false
  },
  "LawCitationCheck": {
    "type": "object",
    "properties": {
      "raw": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "code": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "articles": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "verdict": {
        "$ref": "#/components/schemas/LawCitationVerdict"
      },
      "message": {
        "type": "string"
      },
      "start": {
        "type": "number"
      },
      "end": {
        "type": "number"
      }
    },
    "required": [
      "raw",
      "title",
      "code",
      "articles",
      "verdict",
      "message",
      "start",
      "end"
    ],
    "additionalProperties": false
  },
  "LawCitationVerdict": {
    "enum": [
      "ok",
      "unknown",
      "E-LW-05",
      "E-LW-06",
      "W-LW-07",
      "W-LW-08"
    ]
  },
  "LawClause": {
    "type": "object",
    "properties": {
      "history": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "effectiveOn": {
              "type": "string"
            },
            "locator": {
              "type": "string"
            },
            "label": {
              "type": "string"
            },
            "body": {
              "type": "string"
            }
          },
          "required": [
            "effectiveOn",
            "locator",
            "label",
            "body"
          ],
          "additionalProperties": false
        }
      },
      "citedBy": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "code": {
              "type": "string"
            },
            "title": {
              "type": "string"
            },
            "label": {
              "type": "string"
            },
            "locator": {
              "type": "string"
            },
            "raw": {
              "type": "string"
            },
            "uncertain": {
              "type": "boolean"
            }
          },
          "required": [
            "code",
            "title",
            "label",
            "locator",
            "raw",
            "uncertain"
          ],
          "additionalProperties": false
        }
      },
      "citedByCount": {
        "type": "number"
      },
      "found": {
        "$ref": "#/components/schemas/LawStanding"
      },
      "locator": {
        "type": "string"
      },
      "identity": {
        "type": "string"
      },
      "label": {
        "type": "string"
      },
      "outline": {
        "type": "string"
      },
      "text": {
        "type": "string"
      },
      "article": {
        "type": "string"
      },
      "from": {
        "type": "number"
      },
      "to": {
        "type": "number"
      },
      "citations": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawCitation"
        }
      },
      "on": {
        "type": "string"
      }
    },
    "required": [
      "history",
      "citedBy",
      "citedByCount",
      "found",
      "locator",
      "identity",
      "label",
      "outline",
      "text",
      "article",
      "from",
      "to",
      "citations",
      "on"
    ],
    "additionalProperties": false
  },
  "LawClauseHistory": {
    "type": "object",
    "properties": {
      "history": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "effectiveOn": {
              "type": "string"
            },
            "locator": {
              "type": "string"
            },
            "label": {
              "type": "string"
            },
            "body": {
              "type": "string"
            }
          },
          "required": [
            "effectiveOn",
            "locator",
            "label",
            "body"
          ],
          "additionalProperties": false
        }
      },
      "citedBy": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "code": {
              "type": "string"
            },
            "title": {
              "type": "string"
            },
            "label": {
              "type": "string"
            },
            "locator": {
              "type": "string"
            },
            "raw": {
              "type": "string"
            },
            "uncertain": {
              "type": "boolean"
            }
          },
          "required": [
            "code",
            "title",
            "label",
            "locator",
            "raw",
            "uncertain"
          ],
          "additionalProperties": false
        }
      },
      "citedByCount": {
        "type": "number"
      }
    },
    "required": [
      "history",
      "citedBy",
      "citedByCount"
    ],
    "additionalProperties": false
  },
  "LawComparison": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "older": {
        "$ref": "#/components/schemas/LawVersion"
      },
      "newer": {
        "$ref": "#/components/schemas/LawVersion"
      },
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ComparedArticle"
        }
      }
    },
    "required": [
      "code",
      "title",
      "older",
      "newer",
      "rows"
    ],
    "additionalProperties": false
  },
  "LawCorrection": {
    "type": "object",
    "properties": {
      "n": {
        "type": "number"
      },
      "from": {
        "type": "number"
      },
      "was": {
        "type": "string"
      },
      "now": {
        "type": "string"
      },
      "words": {
        "type": "boolean"
      },
      "runs": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawRun"
        }
      },
      "reason": {
        "type": "string"
      },
      "by": {
        "type": "string"
      },
      "at": {
        "type": "string"
      },
      "undoneBy": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "undoneAt": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "n",
      "from",
      "was",
      "now",
      "words",
      "runs",
      "reason",
      "by",
      "at",
      "undoneBy",
      "undoneAt"
    ],
    "additionalProperties": false
  },
  "LawDependent": {
    "type": "object",
    "properties": {
      "id": {
        "type": "number"
      },
      "kind": {
        "$ref": "#/components/schemas/LawDependentKind"
      },
      "name": {
        "type": "string"
      },
      "number": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "owner": {
        "type": "string"
      },
      "text": {
        "type": "string"
      },
      "citations": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "raw": {
              "type": "string"
            },
            "title": {
              "type": "string"
            },
            "articles": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "required": [
            "raw",
            "title",
            "articles"
          ],
          "additionalProperties": false
        }
      },
      "alerts": {
        "type": "number"
      },
      "createdBy": {
        "type": "string"
      },
      "createdAt": {
        "type": "string"
      },
      "endedBy": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "endedAt": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "endReason": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "mayEnd": {
        "type": "boolean"
      }
    },
    "required": [
      "id",
      "kind",
      "name",
      "number",
      "owner",
      "text",
      "citations",
      "alerts",
      "createdBy",
      "createdAt",
      "endedBy",
      "endedAt",
      "endReason",
      "mayEnd"
    ],
    "additionalProperties": false
  },
  "LawDependentKind": {
    "enum": [
      "normative",
      "power",
      "benchmark",
      "form"
    ]
  },
  "LawDependentList": {
    "type": "object",
    "properties": {
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawDependent"
        }
      },
      "places": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawDependentPlace"
        }
      }
    },
    "required": [
      "rows",
      "places"
    ],
    "additionalProperties": false
  },
  "LawDependentPlace": {
    "type": "object",
    "properties": {
      "org": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "posts": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "post": {
              "type": "string"
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "post",
            "name"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "org",
      "name",
      "posts"
    ],
    "additionalProperties": false
  },
  "LawDependentRow": {
    "type": "object",
    "properties": {
      "row": {
        "type": "number"
      },
      "kind": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "number": {
        "type": "string"
      },
      "post": {
        "type": "string"
      },
      "text": {
        "type": "string"
      }
    },
    "required": [
      "row",
      "kind",
      "name",
      "number",
      "post",
      "text"
    ],
    "additionalProperties": false
  },
  "LawDiagnostic": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "severity": {
        "enum": [
          "error",
          "warning",
          "info"
        ]
      },
      "message": {
        "type": "string"
      },
      "start": {
        "type": "number"
      },
      "end": {
        "type": "number"
      }
    },
    "required": [
      "code",
      "severity",
      "message",
      "start",
      "end"
    ],
    "additionalProperties": false
  },
  "LawFacets": {
    "type": "object",
    "properties": {
      "kinds": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "kind": {
              "type": "string"
            },
            "laws": {
              "type": "number"
            }
          },
          "required": [
            "kind",
            "laws"
          ],
          "additionalProperties": false
        }
      },
      "regions": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "region": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "laws": {
              "type": "number"
            }
          },
          "required": [
            "region",
            "name",
            "laws"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "kinds",
      "regions"
    ],
    "additionalProperties": false
  },
  "LawHandled": {
    "enum": [
      "noChange",
      "changed",
      "repealed"
    ]
  },
  "LawHit": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "kind": {
        "type": "string"
      },
      "region": {
        "type": "string"
      }
    },
    "required": [
      "code",
      "title",
      "kind",
      "region"
    ],
    "additionalProperties": false
  },
  "LawImpact": {
    "type": "object",
    "properties": {
      "law": {
        "$ref": "#/components/schemas/LawHit"
      },
      "affected": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawAffected"
        }
      }
    },
    "required": [
      "law",
      "affected"
    ],
    "additionalProperties": false
  },
  "LawJudgedDependent": {
    "type": "object",
    "properties": {
      "row": {
        "$ref": "#/components/schemas/LawDependentRow"
      },
      "standing": {
        "enum": [
          "ready",
          "faulty",
          "present",
          "written"
        ]
      },
      "faults": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "checks": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawCitationCheck"
        }
      }
    },
    "required": [
      "row",
      "standing",
      "faults",
      "checks"
    ],
    "additionalProperties": false
  },
  "LawListed": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "kind": {
        "type": "string"
      },
      "region": {
        "type": "string"
      },
      "maker": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "regionName": {
        "type": "string"
      },
      "effectiveOn": {
        "type": "string"
      },
      "endOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "validity": {
        "$ref": "#/components/schemas/LawValidity"
      },
      "endedBy": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "code",
      "title",
      "kind",
      "region",
      "maker",
      "regionName",
      "effectiveOn",
      "endOn",
      "validity",
      "endedBy"
    ],
    "additionalProperties": false
  },
  "LawRead": {
    "type": "object",
    "properties": {
      "law": {
        "type": "object",
        "properties": {
          "code": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "maker": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "code",
          "title",
          "kind",
          "region",
          "maker"
        ],
        "additionalProperties": false
      },
      "version": {
        "$ref": "#/components/schemas/LawVersion"
      },
      "validity": {
        "$ref": "#/components/schemas/LawValidity"
      },
      "coming": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/LawVersion"
          },
          {
            "type": "null"
          }
        ]
      },
      "versions": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawVersion"
        }
      },
      "header": {
        "type": "object",
        "properties": {
          "history": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "date": {
                  "anyOf": [
                    {
                      "type": "string"
                    },
                    {
                      "type": "null"
                    }
                  ]
                },
                "event": {
                  "type": "string"
                },
                "text": {
                  "type": "string"
                }
              },
              "required": [
                "date",
                "event",
                "text"
              ],
              "additionalProperties": false
            }
          },
          "divisions": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "path": {
                  "type": "string"
                },
                "heading": {
                  "type": "string"
                }
              },
              "required": [
                "path",
                "heading"
              ],
              "additionalProperties": false
            }
          }
        },
        "required": [
          "history",
          "divisions"
        ],
        "additionalProperties": false
      },
      "counts": {
        "type": "object",
        "additionalProperties": {
          "type": "number"
        }
      },
      "clauses": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawArticle"
        }
      },
      "citations": {
        "type": "object",
        "additionalProperties": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/LawCitation"
          }
        }
      },
      "on": {
        "type": "string"
      },
      "history": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "date": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "null"
                }
              ]
            },
            "event": {
              "type": "string"
            },
            "text": {
              "type": "string"
            }
          },
          "required": [
            "date",
            "event",
            "text"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "law",
      "version",
      "validity",
      "coming",
      "versions",
      "header",
      "counts",
      "clauses",
      "citations",
      "on",
      "history"
    ],
    "additionalProperties": false
  },
  "LawRelation": {
    "enum": [
      "directChanged",
      "targetDeleted",
      "renumberedOnly",
      "container",
      "rangeTouched",
      "internalRelative",
      "power"
    ]
  },
  "LawRun": {
    "type": "object",
    "properties": {
      "kind": {
        "enum": [
          "same",
          "removed",
          "added"
        ]
      },
      "text": {
        "type": "string"
      }
    },
    "required": [
      "kind",
      "text"
    ],
    "additionalProperties": false
  },
  "LawSearchAnswer": {
    "type": "object",
    "properties": {
      "exact": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ClauseHit"
          },
          {
            "type": "null"
          }
        ]
      },
      "laws": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawHit"
        }
      },
      "clauses": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ClauseHit"
        }
      },
      "loose": {
        "type": "boolean"
      },
      "meant": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "corrected": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "missing": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "exact",
      "laws",
      "clauses",
      "loose",
      "meant",
      "corrected",
      "missing"
    ],
    "additionalProperties": false
  },
  "LawSettled": {
    "type": "object",
    "properties": {
      "settled": {
        "type": "number"
      },
      "left": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "settled",
      "left"
    ],
    "additionalProperties": false
  },
  "LawSeverity": {
    "enum": [
      "high",
      "mid",
      "low"
    ]
  },
  "LawStanding": {
    "type": "object",
    "properties": {
      "law": {
        "type": "object",
        "properties": {
          "code": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "maker": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "code",
          "title",
          "kind",
          "region",
          "maker"
        ],
        "additionalProperties": false
      },
      "version": {
        "$ref": "#/components/schemas/LawVersion"
      },
      "validity": {
        "$ref": "#/components/schemas/LawValidity"
      },
      "coming": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/LawVersion"
          },
          {
            "type": "null"
          }
        ]
      },
      "versions": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawVersion"
        }
      }
    },
    "required": [
      "law",
      "version",
      "validity",
      "coming",
      "versions"
    ],
    "additionalProperties": false
  },
  "LawStatus": {
    "type": "object",
    "properties": {
      "laws": {
        "type": "number"
      },
      "versions": {
        "type": "number"
      },
      "clauses": {
        "type": "number"
      },
      "importing": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "stage": {
                "enum": [
                  "reading",
                  "storing",
                  "linking"
                ]
              },
              "done": {
                "type": "number"
              },
              "of": {
                "type": "number"
              }
            },
            "required": [
              "stage",
              "done",
              "of"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "trouble": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "laws",
      "versions",
      "clauses",
      "importing",
      "trouble"
    ],
    "additionalProperties": false
  },
  "LawSuggestion": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "kind": {
        "type": "string"
      },
      "region": {
        "type": "string"
      },
      "locator": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "label": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "code",
      "title",
      "kind",
      "region",
      "locator",
      "label"
    ],
    "additionalProperties": false
  },
  "LawText": {
    "type": "object",
    "properties": {
      "header": {
        "type": "object",
        "properties": {
          "history": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "date": {
                  "anyOf": [
                    {
                      "type": "string"
                    },
                    {
                      "type": "null"
                    }
                  ]
                },
                "event": {
                  "type": "string"
                },
                "text": {
                  "type": "string"
                }
              },
              "required": [
                "date",
                "event",
                "text"
              ],
              "additionalProperties": false
            }
          },
          "divisions": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "path": {
                  "type": "string"
                },
                "heading": {
                  "type": "string"
                }
              },
              "required": [
                "path",
                "heading"
              ],
              "additionalProperties": false
            }
          }
        },
        "required": [
          "history",
          "divisions"
        ],
        "additionalProperties": false
      },
      "counts": {
        "type": "object",
        "additionalProperties": {
          "type": "number"
        }
      },
      "clauses": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LawArticle"
        }
      },
      "citations": {
        "type": "object",
        "additionalProperties": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/LawCitation"
          }
        }
      }
    },
    "required": [
      "header",
      "counts",
      "clauses",
      "citations"
    ],
    "additionalProperties": false
  },
  "LawValidity": {
    "enum": [
      "notYetEffective",
      "inForce",
      "superseded",
      "repealed",
      "lapsed"
    ]
  },
  "LawVersion": {
    "type": "object",
    "properties": {
      "id": {
        "type": "number"
      },
      "effectiveOn": {
        "type": "string"
      },
      "effectiveBasis": {
        "type": "string"
      },
      "publishedOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "endOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "endKind": {
        "anyOf": [
          {
            "enum": [
              "superseded",
              "repealed",
              "lapsed"
            ]
          },
          {
            "type": "null"
          }
        ]
      },
      "endedBy": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "id",
      "effectiveOn",
      "effectiveBasis",
      "publishedOn",
      "endOn",
      "endKind",
      "endedBy"
    ],
    "additionalProperties": false
  },
  "LegalBasis": {
    "type": "object",
    "properties": {
      "title": {
        "type": "string"
      },
      "article": {
        "type": "number"
      },
      "sub": {
        "type": "number"
      },
      "paragraph": {
        "type": "number"
      },
      "item": {
        "type": "number"
      },
      "edition": {
        "$ref": "#/components/schemas/Edition"
      },
      "note": {
        "type": "string"
      }
    },
    "required": [
      "title"
    ],
    "additionalProperties": false
  },
  "MarkedFigure": {
    "type": "object",
    "properties": {
      "start": {
        "type": "number"
      },
      "end": {
        "type": "number"
      },
      "n": {
        "type": "number"
      },
      "state": {
        "enum": [
          "open",
          "confirmed",
          "rejected"
        ]
      },
      "text": {
        "type": "string"
      },
      "name": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "start",
      "end",
      "n",
      "state",
      "text",
      "name"
    ],
    "additionalProperties": false
  },
  "Matter": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "region": {
        "type": "string"
      },
      "line": {
        "type": "string"
      },
      "lineVersion": {
        "type": "string"
      },
      "ruleSet": {
        "type": "string"
      },
      "organ": {
        "type": "string"
      },
      "number": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "state": {
        "type": "string"
      },
      "previousState": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "revision": {
        "type": "number"
      },
      "data": {
        "$ref": "#/components/schemas/JsonObject"
      },
      "clocks": {
        "type": "object",
        "additionalProperties": {
          "$ref": "#/components/schemas/ClockState"
        }
      },
      "assignees": {
        "type": "object",
        "additionalProperties": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "pending": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/PendingRequest"
          },
          {
            "type": "null"
          }
        ]
      },
      "openedOn": {
        "type": "string",
        "format": "date"
      },
      "closedOn": {
        "anyOf": [
          {
            "type": "string",
            "format": "date"
          },
          {
            "type": "null"
          }
        ]
      },
      "flags": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "id",
      "region",
      "line",
      "lineVersion",
      "ruleSet",
      "organ",
      "number",
      "state",
      "previousState",
      "revision",
      "data",
      "clocks",
      "assignees",
      "pending",
      "openedOn",
      "closedOn",
      "flags"
    ],
    "additionalProperties": false
  },
  "MatterEvent": {
    "type": "object",
    "properties": {
      "seq": {
        "type": "number"
      },
      "at": {
        "$ref": "#/components/schemas/Instant"
      },
      "on": {
        "type": "string",
        "format": "date"
      },
      "actor": {
        "$ref": "#/components/schemas/ActorRecord"
      },
      "kind": {
        "enum": [
          "opened",
          "acted",
          "requested",
          "returned",
          "reassigned",
          "corrected",
          "recounted",
          "served",
          "serviceVoided",
          "replaced",
          "withdrawn",
          "settled"
        ]
      },
      "action": {
        "type": "string"
      },
      "from": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "to": {
        "type": "string"
      },
      "set": {
        "$ref": "#/components/schemas/JsonObject"
      },
      "append": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "field": {
                "type": "string"
              },
              "item": {
                "$ref": "#/components/schemas/JsonObject"
              }
            },
            "required": [
              "field",
              "item"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "clocks": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ClockState"
        }
      },
      "documents": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/IssuedDocument"
        }
      },
      "number": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "pending": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/PendingRequest"
          },
          {
            "type": "null"
          }
        ]
      },
      "assign": {
        "type": "object",
        "additionalProperties": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "reasons": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      },
      "flags": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "opening": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "region": {
                "type": "string"
              },
              "line": {
                "type": "string"
              },
              "lineVersion": {
                "type": "string"
              },
              "ruleSet": {
                "type": "string"
              },
              "organ": {
                "type": "string"
              }
            },
            "required": [
              "id",
              "region",
              "line",
              "lineVersion",
              "ruleSet",
              "organ"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "closes": {
        "type": "boolean"
      },
      "reopens": {
        "type": "boolean"
      },
      "service": {
        "$ref": "#/components/schemas/ServiceRecord"
      },
      "voids": {
        "type": "object",
        "properties": {
          "document": {
            "type": "string"
          },
          "service": {
            "type": "string"
          }
        },
        "required": [
          "document",
          "service"
        ],
        "additionalProperties": false
      },
      "corrects": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "settles": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "withdraws": {
        "type": "object",
        "properties": {
          "document": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          }
        },
        "required": [
          "document",
          "reason"
        ],
        "additionalProperties": false
      },
      "messages": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/MatterMessage"
        }
      }
    },
    "required": [
      "seq",
      "at",
      "on",
      "actor",
      "kind",
      "action",
      "from",
      "to",
      "set",
      "append",
      "clocks",
      "documents",
      "number",
      "pending",
      "assign",
      "reasons",
      "flags",
      "opening",
      "closes",
      "messages"
    ],
    "additionalProperties": false
  },
  "MatterMessage": {
    "anyOf": [
      {
        "type": "object",
        "properties": {
          "kind": {
            "const": "open"
          },
          "line": {
            "type": "string"
          },
          "action": {
            "type": "string"
          },
          "input": {
            "$ref": "#/components/schemas/JsonObject"
          },
          "linkBack": {
            "type": "string"
          }
        },
        "required": [
          "kind",
          "line",
          "action",
          "input",
          "linkBack"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "kind": {
            "const": "tell"
          },
          "matter": {
            "type": "string"
          },
          "action": {
            "type": "string"
          },
          "input": {
            "$ref": "#/components/schemas/JsonObject"
          }
        },
        "required": [
          "kind",
          "matter",
          "action",
          "input"
        ],
        "additionalProperties": false
      }
    ]
  },
  "MatterView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "line": {
        "type": "string"
      },
      "number": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "receipt": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "state": {
        "type": "string"
      },
      "organ": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "id",
          "name"
        ],
        "additionalProperties": false
      },
      "revision": {
        "type": "number"
      },
      "ruleSet": {
        "type": "object",
        "properties": {
          "code": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "code",
          "name"
        ],
        "additionalProperties": false
      },
      "ruleSetNow": {
        "type": "string"
      },
      "flags": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "flag": {
              "type": "string"
            },
            "words": {
              "type": "string"
            }
          },
          "required": [
            "flag",
            "words"
          ],
          "additionalProperties": false
        }
      },
      "data": {
        "$ref": "#/components/schemas/JsonObject"
      },
      "names": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      },
      "assignees": {
        "type": "object",
        "additionalProperties": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "queryCode": {
        "type": "string"
      },
      "openedOn": {
        "type": "string"
      },
      "closedOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "clocks": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ClockView"
        }
      },
      "actions": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ActionView"
        }
      },
      "pending": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "action": {
                "type": "string"
              },
              "name": {
                "type": "string"
              },
              "by": {
                "$ref": "#/components/schemas/ActorRecord"
              },
              "at": {
                "type": "string"
              },
              "input": {
                "$ref": "#/components/schemas/JsonObject"
              },
              "mayApprove": {
                "type": "boolean"
              },
              "basis": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/BasisText"
                }
              },
              "reasons": {
                "type": "object",
                "additionalProperties": {
                  "type": "string"
                }
              },
              "why": {
                "anyOf": [
                  {
                    "type": "string"
                  },
                  {
                    "type": "null"
                  }
                ]
              },
              "otherwise": {
                "anyOf": [
                  {
                    "type": "string"
                  },
                  {
                    "type": "null"
                  }
                ]
              }
            },
            "required": [
              "action",
              "name",
              "by",
              "at",
              "input",
              "mayApprove",
              "basis",
              "reasons",
              "why",
              "otherwise"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "followed": {
        "type": "boolean"
      },
      "undelivered": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/UndeliveredMessage"
        }
      },
      "served": {
        "type": "boolean"
      },
      "mayReassign": {
        "type": "boolean"
      },
      "mayCorrect": {
        "type": "boolean"
      },
      "documents": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/DocumentView"
        }
      },
      "timeline": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/TimelineEntry"
        }
      },
      "links": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "line": {
              "type": "string"
            },
            "lineName": {
              "type": "string"
            },
            "number": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "null"
                }
              ]
            },
            "title": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "line",
            "lineName",
            "number",
            "title"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "id",
      "line",
      "number",
      "receipt",
      "title",
      "state",
      "organ",
      "revision",
      "ruleSet",
      "ruleSetNow",
      "flags",
      "data",
      "names",
      "assignees",
      "openedOn",
      "closedOn",
      "clocks",
      "actions",
      "pending",
      "followed",
      "undelivered",
      "served",
      "mayReassign",
      "mayCorrect",
      "documents",
      "timeline",
      "links"
    ],
    "additionalProperties": false
  },
  "Missing": {
    "enum": [
      "notRecorded",
      "notApplicable",
      "notYetReported",
      "withheld"
    ]
  },
  "NoticeView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "message": {
        "type": "string"
      },
      "from": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "link": {
        "type": "string"
      },
      "at": {
        "type": "string"
      }
    },
    "required": [
      "id",
      "title",
      "message",
      "from",
      "link",
      "at"
    ],
    "additionalProperties": false
  },
  "OpenData": {
    "type": "object",
    "properties": {
      "year": {
        "type": "string"
      },
      "asOf": {
        "type": "string"
      },
      "licence": {
        "type": "object",
        "properties": {
          "name": {
            "type": "string"
          },
          "source": {
            "type": "string"
          }
        },
        "required": [
          "name",
          "source"
        ],
        "additionalProperties": false
      },
      "fields": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            },
            "type": {
              "enum": [
                "text",
                "integer"
              ]
            },
            "meaning": {
              "type": "string"
            }
          },
          "required": [
            "name",
            "type",
            "meaning"
          ],
          "additionalProperties": false
        }
      },
      "indicators": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "code": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "unit": {
              "type": "string"
            },
            "kind": {
              "enum": [
                "count",
                "stock",
                "rate",
                "money",
                "duration"
              ]
            },
            "counted": {
              "type": "string"
            },
            "base": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "null"
                }
              ]
            }
          },
          "required": [
            "code",
            "name",
            "unit",
            "kind",
            "counted",
            "base"
          ],
          "additionalProperties": false
        }
      },
      "figures": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/OpenFigure"
        }
      }
    },
    "required": [
      "year",
      "asOf",
      "licence",
      "fields",
      "indicators",
      "figures"
    ],
    "additionalProperties": false
  },
  "OpenFigure": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "unit": {
        "type": "string"
      },
      "region": {
        "type": "string"
      },
      "org": {
        "type": "string"
      },
      "year": {
        "type": "string"
      },
      "status": {
        "enum": [
          "published",
          "withheld"
        ]
      },
      "numerator": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "denominator": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "code",
      "name",
      "unit",
      "region",
      "org",
      "year",
      "status",
      "numerator",
      "denominator"
    ],
    "additionalProperties": false
  },
  "PendingRequest": {
    "type": "object",
    "properties": {
      "action": {
        "type": "string"
      },
      "input": {
        "$ref": "#/components/schemas/JsonObject"
      },
      "reasons": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      },
      "by": {
        "$ref": "#/components/schemas/ActorRecord"
      },
      "at": {
        "$ref": "#/components/schemas/Instant"
      }
    },
    "required": [
      "action",
      "input",
      "reasons",
      "by",
      "at"
    ],
    "additionalProperties": false
  },
  "PlaceLevel": {
    "enum": [
      "nation",
      "province",
      "city",
      "county"
    ]
  },
  "PublicHoldings": {
    "type": "object",
    "properties": {
      "years": {
        "type": "array",
        "items": {
          "type": "number"
        }
      },
      "reports": {
        "type": "number"
      }
    },
    "required": [
      "years",
      "reports"
    ],
    "additionalProperties": false
  },
  "PublicIndicator": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "unit": {
        "type": "string"
      },
      "domain": {
        "type": "string"
      },
      "counted": {
        "type": "string"
      },
      "base": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "source": {
        "enum": [
          "records",
          "returns"
        ]
      },
      "versions": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "version": {
              "type": "number"
            },
            "from": {
              "type": "string"
            },
            "counted": {
              "type": "string"
            }
          },
          "required": [
            "version",
            "from",
            "counted"
          ],
          "additionalProperties": false
        }
      },
      "stated": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "unit": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "year": {
              "type": "number"
            },
            "written": {
              "type": "string"
            }
          },
          "required": [
            "unit",
            "name",
            "year",
            "written"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "code",
      "name",
      "unit",
      "domain",
      "counted",
      "base",
      "source",
      "versions",
      "stated"
    ],
    "additionalProperties": false
  },
  "PublicIndicatorRow": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "unit": {
        "type": "string"
      },
      "domain": {
        "type": "string"
      },
      "source": {
        "enum": [
          "records",
          "returns"
        ]
      }
    },
    "required": [
      "code",
      "name",
      "unit",
      "domain",
      "source"
    ],
    "additionalProperties": false
  },
  "PublicReport": {
    "type": "object",
    "properties": {
      "unit": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "year": {
        "type": "number"
      },
      "title": {
        "type": "string"
      },
      "publishedOn": {
        "type": "string"
      },
      "address": {
        "type": "string"
      },
      "digest": {
        "type": "string"
      },
      "code": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "chapters": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "title": {
              "type": "string"
            },
            "paragraphs": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "required": [
            "title",
            "paragraphs"
          ],
          "additionalProperties": false
        }
      },
      "figures": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/PublicReportFigure"
        }
      },
      "errata": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ReportErratum"
        }
      }
    },
    "required": [
      "unit",
      "name",
      "year",
      "title",
      "publishedOn",
      "address",
      "digest",
      "code",
      "chapters",
      "figures",
      "errata"
    ],
    "additionalProperties": false
  },
  "PublicReportFigure": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "written": {
        "type": "string"
      },
      "counted": {
        "type": "string"
      },
      "base": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "source": {
        "enum": [
          "records",
          "returns",
          "override"
        ]
      },
      "origin": {
        "type": "string"
      }
    },
    "required": [
      "code",
      "name",
      "written",
      "counted",
      "base",
      "source",
      "origin"
    ],
    "additionalProperties": false
  },
  "PublicReportRow": {
    "type": "object",
    "properties": {
      "unit": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "year": {
        "type": "number"
      },
      "publishedOn": {
        "type": "string"
      },
      "place": {
        "type": "string"
      },
      "address": {
        "type": "string"
      },
      "here": {
        "type": "boolean"
      }
    },
    "required": [
      "unit",
      "name",
      "year",
      "publishedOn",
      "place",
      "address",
      "here"
    ],
    "additionalProperties": false
  },
  "ReadFigure": {
    "type": "object",
    "properties": {
      "start": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991
      },
      "end": {
        "type": "integer",
        "minimum": 1,
        "maximum": 9007199254740991
      },
      "value": {
        "type": "number",
        "minimum": -1000000000000000,
        "maximum": 1000000000000000
      },
      "valueTo": {
        "anyOf": [
          {
            "type": "number",
            "minimum": -1000000000000000,
            "maximum": 1000000000000000
          },
          {
            "type": "null"
          }
        ]
      },
      "unit": {
        "anyOf": [
          {
            "type": "string",
            "minLength": 1,
            "maxLength": 20
          },
          {
            "type": "null"
          }
        ]
      },
      "approx": {
        "type": "string",
        "enum": [
          "exact",
          "about",
          "over",
          "under"
        ]
      },
      "role": {
        "type": "string",
        "enum": [
          "level",
          "change",
          "previous",
          "share",
          "rank",
          "duration",
          "target"
        ]
      },
      "polarity": {
        "anyOf": [
          {
            "type": "string",
            "enum": [
              "up",
              "down"
            ]
          },
          {
            "type": "null"
          }
        ]
      },
      "basis": {
        "anyOf": [
          {
            "type": "string",
            "minLength": 1,
            "maxLength": 60
          },
          {
            "type": "null"
          }
        ]
      },
      "subject": {
        "anyOf": [
          {
            "type": "string",
            "minLength": 1,
            "maxLength": 60
          },
          {
            "type": "null"
          }
        ]
      },
      "verb": {
        "anyOf": [
          {
            "type": "string",
            "minLength": 1,
            "maxLength": 30
          },
          {
            "type": "null"
          }
        ]
      },
      "scope": {
        "anyOf": [
          {
            "type": "string",
            "minLength": 1,
            "maxLength": 60
          },
          {
            "type": "null"
          }
        ]
      },
      "indicator": {
        "anyOf": [
          {
            "type": "string",
            "maxLength": 80
          },
          {
            "type": "null"
          }
        ]
      },
      "refersTo": {
        "anyOf": [
          {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991
          },
          {
            "type": "null"
          }
        ]
      },
      "of": {
        "anyOf": [
          {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991
          },
          {
            "type": "null"
          }
        ]
      },
      "n": {
        "type": "number"
      },
      "state": {
        "enum": [
          "open",
          "confirmed",
          "rejected"
        ]
      },
      "text": {
        "type": "string"
      },
      "page": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "indicatorName": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "confidence": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "reasons": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "added": {
        "type": "boolean"
      },
      "revision": {
        "type": "number"
      }
    },
    "required": [
      "start",
      "end",
      "value",
      "valueTo",
      "unit",
      "approx",
      "role",
      "polarity",
      "basis",
      "subject",
      "verb",
      "scope",
      "indicator",
      "refersTo",
      "of",
      "n",
      "state",
      "text",
      "page",
      "indicatorName",
      "confidence",
      "reasons",
      "added",
      "revision"
    ],
    "additionalProperties": false
  },
  "ReadingDesk": {
    "type": "object",
    "properties": {
      "report": {
        "$ref": "#/components/schemas/ReadReport"
      },
      "parts": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/TextPart"
        }
      },
      "pages": {
        "type": "array",
        "items": {
          "type": "number"
        }
      },
      "confident": {
        "type": "number"
      },
      "sure": {
        "type": "object",
        "properties": {
          "least": {
            "type": "number"
          },
          "count": {
            "type": "number"
          }
        },
        "required": [
          "least",
          "count"
        ],
        "additionalProperties": false
      }
    },
    "required": [
      "report",
      "parts",
      "pages",
      "confident",
      "sure"
    ],
    "additionalProperties": false
  },
  "ReadingPart": {
    "type": "object",
    "properties": {
      "start": {
        "type": "number"
      },
      "end": {
        "type": "number"
      },
      "text": {
        "type": "string"
      },
      "figures": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/MarkedFigure"
        }
      }
    },
    "required": [
      "start",
      "end",
      "text",
      "figures"
    ],
    "additionalProperties": false
  },
  "ReadingQueue": {
    "type": "object",
    "properties": {
      "total": {
        "type": "number"
      },
      "figures": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "start": {
              "type": "integer",
              "minimum": 0,
              "maximum": 9007199254740991
            },
            "end": {
              "type": "integer",
              "minimum": 1,
              "maximum": 9007199254740991
            },
            "value": {
              "type": "number",
              "minimum": -1000000000000000,
              "maximum": 1000000000000000
            },
            "valueTo": {
              "anyOf": [
                {
                  "type": "number",
                  "minimum": -1000000000000000,
                  "maximum": 1000000000000000
                },
                {
                  "type": "null"
                }
              ]
            },
            "unit": {
              "anyOf": [
                {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 20
                },
                {
                  "type": "null"
                }
              ]
            },
            "approx": {
              "type": "string",
              "enum": [
                "exact",
                "about",
                "over",
                "under"
              ]
            },
            "role": {
              "type": "string",
              "enum": [
                "level",
                "change",
                "previous",
                "share",
                "rank",
                "duration",
                "target"
              ]
            },
            "polarity": {
              "anyOf": [
                {
                  "type": "string",
                  "enum": [
                    "up",
                    "down"
                  ]
                },
                {
                  "type": "null"
                }
              ]
            },
            "basis": {
              "anyOf": [
                {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 60
                },
                {
                  "type": "null"
                }
              ]
            },
            "subject": {
              "anyOf": [
                {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 60
                },
                {
                  "type": "null"
                }
              ]
            },
            "verb": {
              "anyOf": [
                {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 30
                },
                {
                  "type": "null"
                }
              ]
            },
            "scope": {
              "anyOf": [
                {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 60
                },
                {
                  "type": "null"
                }
              ]
            },
            "indicator": {
              "anyOf": [
                {
                  "type": "string",
                  "maxLength": 80
                },
                {
                  "type": "null"
                }
              ]
            },
            "refersTo": {
              "anyOf": [
                {
                  "type": "integer",
                  "minimum": 0,
                  "maximum": 9007199254740991
                },
                {
                  "type": "null"
                }
              ]
            },
            "of": {
              "anyOf": [
                {
                  "type": "integer",
                  "minimum": 0,
                  "maximum": 9007199254740991
                },
                {
                  "type": "null"
                }
              ]
            },
            "n": {
              "type": "number"
            },
            "state": {
              "enum": [
                "open",
                "confirmed",
                "rejected"
              ]
            },
            "text": {
              "type": "string"
            },
            "page": {
              "anyOf": [
                {
                  "type": "number"
                },
                {
                  "type": "null"
                }
              ]
            },
            "indicatorName": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "null"
                }
              ]
            },
            "confidence": {
              "anyOf": [
                {
                  "type": "number"
                },
                {
                  "type": "null"
                }
              ]
            },
            "added": {
              "type": "boolean"
            },
            "revision": {
              "type": "number"
            }
          },
          "required": [
            "start",
            "end",
            "value",
            "valueTo",
            "unit",
            "approx",
            "role",
            "polarity",
            "basis",
            "subject",
            "verb",
            "scope",
            "indicator",
            "refersTo",
            "of",
            "n",
            "state",
            "text",
            "page",
            "indicatorName",
            "confidence",
            "added",
            "revision"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "total",
      "figures"
    ],
    "additionalProperties": false
  },
  "ReadingReceived": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "again": {
        "type": "boolean"
      }
    },
    "required": [
      "id",
      "again"
    ],
    "additionalProperties": false
  },
  "ReadingState": {
    "enum": [
      "waiting",
      "reading",
      "read",
      "refused"
    ]
  },
  "ReadingStep": {
    "type": "object",
    "properties": {
      "seq": {
        "type": "number"
      },
      "n": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "figure": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "kind": {
        "enum": [
          "confirm",
          "reject",
          "reopen",
          "correct",
          "add",
          "describe"
        ]
      },
      "person": {
        "type": "string"
      },
      "post": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "at": {
        "type": "string"
      },
      "changes": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "label": {
              "type": "string"
            },
            "before": {
              "type": "string"
            },
            "after": {
              "type": "string"
            }
          },
          "required": [
            "label",
            "before",
            "after"
          ],
          "additionalProperties": false
        }
      },
      "note": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "seq",
      "n",
      "figure",
      "kind",
      "person",
      "post",
      "at",
      "changes",
      "note"
    ],
    "additionalProperties": false
  },
  "ReadReport": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "size": {
        "type": "number"
      },
      "digest": {
        "type": "string"
      },
      "state": {
        "$ref": "#/components/schemas/ReadingState"
      },
      "progress": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "done": {
                "type": "number"
              },
              "total": {
                "type": "number"
              }
            },
            "required": [
              "done",
              "total"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "refusal": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "notes": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "format": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "title": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "publisher": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "publisherOrg": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "place": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "level": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/PlaceLevel"
          },
          {
            "type": "null"
          }
        ]
      },
      "within": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "year": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      },
      "url": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "publishedOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "revision": {
        "type": "number"
      },
      "org": {
        "type": "string"
      },
      "uploadedBy": {
        "type": "string"
      },
      "uploadedAt": {
        "type": "string"
      },
      "counts": {
        "$ref": "#/components/schemas/FigureCounts"
      },
      "mayEdit": {
        "type": "boolean"
      }
    },
    "required": [
      "id",
      "name",
      "size",
      "digest",
      "state",
      "progress",
      "refusal",
      "notes",
      "format",
      "title",
      "publisher",
      "publisherOrg",
      "place",
      "level",
      "within",
      "year",
      "url",
      "publishedOn",
      "revision",
      "org",
      "uploadedBy",
      "uploadedAt",
      "counts",
      "mayEdit"
    ],
    "additionalProperties": false
  },
  "Replaced": {
    "type": "object",
    "properties": {
      "derived": {
        "type": "boolean"
      },
      "label": {
        "type": "string"
      },
      "before": {
        "type": "string"
      },
      "after": {
        "type": "string"
      }
    },
    "required": [
      "derived",
      "label",
      "before",
      "after"
    ],
    "additionalProperties": false
  },
  "ReportComparison": {
    "type": "object",
    "properties": {
      "from": {
        "type": "number"
      },
      "to": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "const": "now"
          }
        ]
      },
      "chapters": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "key": {
              "type": "string"
            },
            "title": {
              "type": "string"
            },
            "hands": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "version": {
                    "type": "number"
                  },
                  "by": {
                    "$ref": "#/components/schemas/Hand"
                  },
                  "at": {
                    "type": "string"
                  }
                },
                "required": [
                  "version",
                  "by",
                  "at"
                ],
                "additionalProperties": false
              }
            },
            "runs": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/TextRun"
              }
            },
            "statements": {
              "anyOf": [
                {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/StatementChange"
                  }
                },
                {
                  "type": "null"
                }
              ]
            }
          },
          "required": [
            "key",
            "title",
            "hands",
            "runs",
            "statements"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "from",
      "to",
      "chapters"
    ],
    "additionalProperties": false
  },
  "ReportErratum": {
    "type": "object",
    "properties": {
      "on": {
        "type": "string"
      },
      "was": {
        "type": "string"
      },
      "now": {
        "type": "string"
      },
      "reason": {
        "type": "string"
      },
      "address": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "on",
      "was",
      "now",
      "reason",
      "address"
    ],
    "additionalProperties": false
  },
  "ReportFigureView": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "text": {
        "type": "string"
      },
      "wordings": {
        "type": "object",
        "properties": {
          "usual": {
            "type": "string"
          },
          "movement": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "required": [
          "usual",
          "movement"
        ],
        "additionalProperties": false
      },
      "asMovement": {
        "type": "boolean"
      },
      "state": {
        "enum": [
          "live",
          "stale",
          "overridden"
        ]
      },
      "why": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "value": {
        "$ref": "#/components/schemas/Value"
      },
      "unit": {
        "type": "string"
      },
      "before": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "source": {
        "enum": [
          "records",
          "returns",
          "override"
        ]
      },
      "org": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "subtree": {
            "type": "boolean"
          }
        },
        "required": [
          "id",
          "name",
          "subtree"
        ],
        "additionalProperties": false
      },
      "origin": {
        "type": "string"
      },
      "counted": {
        "type": "string"
      },
      "base": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "now": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "value": {
                "$ref": "#/components/schemas/Value"
              },
              "text": {
                "type": "string"
              },
              "origin": {
                "type": "string"
              }
            },
            "required": [
              "value",
              "text",
              "origin"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "code",
      "name",
      "text",
      "wordings",
      "asMovement",
      "state",
      "why",
      "value",
      "unit",
      "before",
      "source",
      "org",
      "origin",
      "counted",
      "base",
      "now"
    ],
    "additionalProperties": false
  },
  "ReportList": {
    "type": "object",
    "properties": {
      "own": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "unit": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "year": {
              "type": "number"
            },
            "state": {
              "type": "string"
            },
            "publishedOn": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "null"
                }
              ]
            },
            "dueOn": {
              "type": "string"
            }
          },
          "required": [
            "unit",
            "name",
            "year",
            "state",
            "publishedOn",
            "dueOn"
          ],
          "additionalProperties": false
        }
      },
      "asked": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "unit": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "year": {
              "type": "number"
            },
            "chapter": {
              "type": "string"
            },
            "title": {
              "type": "string"
            },
            "dueOn": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "null"
                }
              ]
            },
            "done": {
              "type": "boolean"
            }
          },
          "required": [
            "unit",
            "name",
            "year",
            "chapter",
            "title",
            "dueOn",
            "done"
          ],
          "additionalProperties": false
        }
      },
      "reminders": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "unit": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "year": {
              "type": "number"
            },
            "message": {
              "type": "string"
            },
            "from": {
              "type": "string"
            },
            "at": {
              "type": "string"
            },
            "seen": {
              "type": "boolean"
            }
          },
          "required": [
            "id",
            "unit",
            "name",
            "year",
            "message",
            "from",
            "at",
            "seen"
          ],
          "additionalProperties": false
        }
      },
      "due": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "unit": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "year": {
              "type": "number"
            },
            "upwardBefore": {
              "type": "string"
            },
            "before": {
              "type": "string"
            },
            "standing": {
              "enum": [
                "open",
                "soon",
                "late"
              ]
            },
            "basis": {
              "type": "string"
            }
          },
          "required": [
            "unit",
            "name",
            "year",
            "upwardBefore",
            "before",
            "standing",
            "basis"
          ],
          "additionalProperties": false
        }
      },
      "writes": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "dueYear": {
        "type": "number"
      },
      "register": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "begin": {
        "type": "object",
        "properties": {
          "line": {
            "type": "string"
          },
          "action": {
            "type": "string"
          }
        },
        "required": [
          "line",
          "action"
        ],
        "additionalProperties": false
      }
    },
    "required": [
      "own",
      "asked",
      "reminders",
      "due",
      "writes",
      "dueYear",
      "register",
      "begin"
    ],
    "additionalProperties": false
  },
  "ReportVersion": {
    "type": "object",
    "properties": {
      "version": {
        "type": "number"
      },
      "kind": {
        "enum": [
          "words",
          "order"
        ]
      },
      "chapter": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "by": {
        "$ref": "#/components/schemas/Hand"
      },
      "at": {
        "type": "string"
      },
      "added": {
        "type": "number"
      },
      "removed": {
        "type": "number"
      }
    },
    "required": [
      "version",
      "kind",
      "chapter",
      "title",
      "by",
      "at",
      "added",
      "removed"
    ],
    "additionalProperties": false
  },
  "ReportView": {
    "type": "object",
    "properties": {
      "unit": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "id",
          "name"
        ],
        "additionalProperties": false
      },
      "year": {
        "type": "number"
      },
      "title": {
        "type": "string"
      },
      "asOf": {
        "type": "string"
      },
      "settledOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "digest": {
        "type": "string"
      },
      "matter": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "published": {
        "type": "boolean"
      },
      "begin": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "line": {
                "type": "string"
              },
              "action": {
                "type": "string"
              }
            },
            "required": [
              "line",
              "action"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "open": {
        "type": "boolean"
      },
      "errata": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ReportErratum"
        }
      },
      "correct": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "chapters": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "key": {
              "type": "string"
            },
            "title": {
              "type": "string"
            },
            "texts": {
              "type": "array",
              "items": {
                "type": "string"
              }
            },
            "leftOut": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string"
                  },
                  "name": {
                    "type": "string"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "name",
                  "text"
                ],
                "additionalProperties": false
              }
            },
            "paragraphs": {
              "type": "array",
              "items": {
                "type": "number"
              }
            },
            "figures": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/ReportFigureView"
              }
            }
          },
          "required": [
            "key",
            "title",
            "texts",
            "leftOut",
            "paragraphs",
            "figures"
          ],
          "additionalProperties": false
        }
      },
      "missing": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "code": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "why": {
              "type": "string"
            },
            "waiting": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "required": [
            "code",
            "name",
            "why",
            "waiting"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "unit",
      "year",
      "title",
      "asOf",
      "settledOn",
      "digest",
      "matter",
      "published",
      "begin",
      "open",
      "errata",
      "correct",
      "chapters",
      "missing"
    ],
    "additionalProperties": false
  },
  "ReturnAmendment": {
    "type": "object",
    "properties": {
      "matter": {
        "type": "string"
      },
      "unit": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "id",
          "name"
        ],
        "additionalProperties": false
      },
      "stage": {
        "enum": [
          "begun",
          "asked",
          "sent",
          "approved"
        ]
      },
      "on": {
        "type": "string"
      },
      "reason": {
        "type": "string"
      },
      "changes": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ReturnChange"
        }
      }
    },
    "required": [
      "matter",
      "unit",
      "stage",
      "on",
      "reason",
      "changes"
    ],
    "additionalProperties": false
  },
  "ReturnChange": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "was": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "is": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "difference": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "code",
      "name",
      "was",
      "is",
      "difference"
    ],
    "additionalProperties": false
  },
  "ReturnFormRow": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "unit": {
        "type": "string"
      },
      "kind": {
        "enum": [
          "count",
          "stock",
          "rate",
          "money",
          "duration"
        ]
      },
      "domain": {
        "type": "string"
      },
      "counted": {
        "type": "string"
      },
      "known": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "partial": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "open": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/FigureAddress"
          },
          {
            "type": "null"
          }
        ]
      },
      "kept": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "before": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "approved": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/CollectedFigure"
        }
      }
    },
    "required": [
      "code",
      "name",
      "unit",
      "kind",
      "domain",
      "counted",
      "known",
      "partial",
      "open",
      "kept",
      "before",
      "approved"
    ],
    "additionalProperties": false
  },
  "ReturnListItem": {
    "type": "object",
    "properties": {
      "matter": {
        "type": "string"
      },
      "unit": {
        "type": "string"
      },
      "unitId": {
        "type": "string"
      },
      "to": {
        "type": "string"
      },
      "period": {
        "type": "string"
      },
      "periodName": {
        "type": "string"
      },
      "state": {
        "type": "string"
      },
      "dueOn": {
        "type": "string"
      },
      "late": {
        "type": "boolean"
      },
      "open": {
        "type": "boolean"
      },
      "check": {
        "type": "boolean"
      },
      "below": {
        "type": "number"
      }
    },
    "required": [
      "matter",
      "unit",
      "unitId",
      "to",
      "period",
      "periodName",
      "state",
      "dueOn",
      "late",
      "open",
      "check",
      "below"
    ],
    "additionalProperties": false
  },
  "ReturnMatter": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "revision": {
        "type": "number"
      },
      "stateName": {
        "type": "string"
      },
      "tone": {
        "type": "string"
      },
      "to": {
        "type": "string"
      },
      "dueOn": {
        "type": "string"
      },
      "late": {
        "type": "boolean"
      },
      "remindedOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "remindedBy": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "reminder": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "returnReason": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "note": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "figures": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/CollectedFigure"
        }
      },
      "amending": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "asked": {
                "type": "boolean"
              },
              "sent": {
                "type": "boolean"
              },
              "reason": {
                "type": "string"
              },
              "changes": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ReturnChange"
                }
              }
            },
            "required": [
              "asked",
              "sent",
              "reason",
              "changes"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "amended": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "on": {
              "type": "string"
            },
            "reason": {
              "type": "string"
            },
            "changes": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/ReturnChange"
              }
            }
          },
          "required": [
            "on",
            "reason",
            "changes"
          ],
          "additionalProperties": false
        }
      },
      "may": {
        "type": "object",
        "properties": {
          "save": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "submit": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "takeBack": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "approve": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "amend": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "giveUp": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "settleBelow": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "others": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "action": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              },
              "required": [
                "action",
                "name"
              ],
              "additionalProperties": false
            }
          }
        },
        "required": [
          "save",
          "submit",
          "takeBack",
          "approve",
          "amend",
          "giveUp",
          "settleBelow",
          "others"
        ],
        "additionalProperties": false
      }
    },
    "required": [
      "id",
      "revision",
      "stateName",
      "tone",
      "to",
      "dueOn",
      "late",
      "remindedOn",
      "remindedBy",
      "reminder",
      "returnReason",
      "note",
      "figures",
      "amending",
      "amended",
      "may"
    ],
    "additionalProperties": false
  },
  "ReturnRef": {
    "type": "object",
    "properties": {
      "matter": {
        "type": "string"
      },
      "unit": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "text": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "receipt": {
        "type": "string"
      },
      "approvedOn": {
        "type": "string"
      }
    },
    "required": [
      "matter",
      "unit",
      "name",
      "text",
      "receipt",
      "approvedOn"
    ],
    "additionalProperties": false
  },
  "ReturnsDone": {
    "type": "object",
    "properties": {
      "done": {
        "type": "number"
      },
      "refused": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            },
            "why": {
              "type": "string"
            }
          },
          "required": [
            "name",
            "why"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "done",
      "refused"
    ],
    "additionalProperties": false
  },
  "ReturnStatus": {
    "type": "object",
    "properties": {
      "unit": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "matter": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "stateName": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "dueOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "submittedOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "remindedOn": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "remindedWho": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "late": {
        "type": "boolean"
      },
      "filled": {
        "type": "number"
      },
      "asked": {
        "type": "number"
      },
      "mayRemind": {
        "type": "boolean"
      }
    },
    "required": [
      "unit",
      "name",
      "matter",
      "stateName",
      "dueOn",
      "submittedOn",
      "remindedOn",
      "remindedWho",
      "late",
      "filled",
      "asked",
      "mayRemind"
    ],
    "additionalProperties": false
  },
  "ReturnStatusView": {
    "type": "object",
    "properties": {
      "org": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "id",
          "name"
        ],
        "additionalProperties": false
      },
      "period": {
        "type": "object",
        "properties": {
          "text": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "text",
          "name"
        ],
        "additionalProperties": false
      },
      "units": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ReturnStatus"
        }
      },
      "mayAssign": {
        "type": "boolean"
      }
    },
    "required": [
      "org",
      "period",
      "units",
      "mayAssign"
    ],
    "additionalProperties": false
  },
  "ReturnSum": {
    "type": "object",
    "properties": {
      "from": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "waiting": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ReturnSumRow"
        }
      }
    },
    "required": [
      "from",
      "waiting",
      "rows"
    ],
    "additionalProperties": false
  },
  "ReturnSumRow": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "row": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/CollectedFigure"
          },
          {
            "type": "null"
          }
        ]
      },
      "text": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "why": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "code",
      "name",
      "row",
      "text",
      "why"
    ],
    "additionalProperties": false
  },
  "ReturnView": {
    "type": "object",
    "properties": {
      "unit": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "id",
          "name"
        ],
        "additionalProperties": false
      },
      "period": {
        "type": "object",
        "properties": {
          "text": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "text",
          "name"
        ],
        "additionalProperties": false
      },
      "before": {
        "type": "object",
        "properties": {
          "text": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "text",
          "name"
        ],
        "additionalProperties": false
      },
      "matter": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ReturnMatter"
          },
          {
            "type": "null"
          }
        ]
      },
      "mayBegin": {
        "type": "boolean"
      },
      "lastTo": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "name": {
                "type": "string"
              }
            },
            "required": [
              "id",
              "name"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "domains": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "code": {
              "type": "string"
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "code",
            "name"
          ],
          "additionalProperties": false
        }
      },
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ReturnFormRow"
        }
      },
      "earlier": {
        "anyOf": [
          {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CollectedFigure"
            }
          },
          {
            "type": "null"
          }
        ]
      },
      "below": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ReturnAmendment"
        }
      },
      "takeOver": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "rows": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/TakeOverRow"
                }
              },
              "may": {
                "type": "boolean"
              }
            },
            "required": [
              "rows",
              "may"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "sums": {
        "type": "object",
        "properties": {
          "units": {
            "type": "boolean"
          },
          "periods": {
            "type": "boolean"
          }
        },
        "required": [
          "units",
          "periods"
        ],
        "additionalProperties": false
      }
    },
    "required": [
      "unit",
      "period",
      "before",
      "matter",
      "mayBegin",
      "lastTo",
      "domains",
      "rows",
      "earlier",
      "below",
      "takeOver",
      "sums"
    ],
    "additionalProperties": false
  },
  "Rounding": {
    "enum": [
      "about",
      "over",
      "under"
    ]
  },
  "ServiceEffect": {
    "type": "object",
    "properties": {
      "action": {
        "type": "string"
      },
      "from": {
        "type": "string"
      },
      "to": {
        "type": "string"
      },
      "started": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "code": {
              "type": "string"
            },
            "startedOn": {
              "type": "string",
              "format": "date"
            }
          },
          "required": [
            "code",
            "startedOn"
          ],
          "additionalProperties": false
        }
      },
      "stopped": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ClockState"
        }
      },
      "before": {
        "$ref": "#/components/schemas/JsonObject"
      }
    },
    "required": [
      "action",
      "from",
      "to",
      "started",
      "stopped",
      "before"
    ],
    "additionalProperties": false
  },
  "ServiceMethod": {
    "enum": [
      "pronounced",
      "direct",
      "left",
      "electronic",
      "entrusted",
      "post",
      "unit",
      "notice"
    ]
  },
  "ServiceRecord": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "document": {
        "type": "string"
      },
      "recipient": {
        "type": "string"
      },
      "method": {
        "$ref": "#/components/schemas/ServiceMethod"
      },
      "servedOn": {
        "type": "string",
        "format": "date"
      },
      "form": {
        "$ref": "#/components/schemas/JsonObject"
      },
      "effect": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ServiceEffect"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "id",
      "document",
      "recipient",
      "method",
      "servedOn",
      "form",
      "effect"
    ],
    "additionalProperties": false
  },
  "ServiceView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "method": {
        "type": "string"
      },
      "methodName": {
        "type": "string"
      },
      "servedOn": {
        "type": "string"
      },
      "form": {
        "$ref": "#/components/schemas/JsonObject"
      }
    },
    "required": [
      "id",
      "method",
      "methodName",
      "servedOn",
      "form"
    ],
    "additionalProperties": false
  },
  "SettingValue": {
    "anyOf": [
      {
        "type": "string"
      },
      {
        "type": "number"
      }
    ]
  },
  "StatementChange": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "change": {
        "enum": [
          "added",
          "removed",
          "moved",
          "changed"
        ]
      },
      "before": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/KeptStatement"
          },
          {
            "type": "null"
          }
        ]
      },
      "after": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/KeptStatement"
          },
          {
            "type": "null"
          }
        ]
      },
      "places": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "before": {
                "type": "number"
              },
              "after": {
                "type": "number"
              }
            },
            "required": [
              "before",
              "after"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "code",
      "name",
      "change",
      "before",
      "after",
      "places"
    ],
    "additionalProperties": false
  },
  "StudioChapter": {
    "type": "object",
    "properties": {
      "key": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "required": {
        "type": "boolean"
      },
      "text": {
        "type": "string"
      },
      "version": {
        "type": "number"
      },
      "by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Hand"
          },
          {
            "type": "null"
          }
        ]
      },
      "at": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "asked": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "org": {
                "type": "string"
              },
              "orgName": {
                "type": "string"
              },
              "post": {
                "anyOf": [
                  {
                    "type": "string"
                  },
                  {
                    "type": "null"
                  }
                ]
              },
              "postName": {
                "anyOf": [
                  {
                    "type": "string"
                  },
                  {
                    "type": "null"
                  }
                ]
              },
              "people": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "dueOn": {
                "anyOf": [
                  {
                    "type": "string"
                  },
                  {
                    "type": "null"
                  }
                ]
              },
              "late": {
                "type": "boolean"
              }
            },
            "required": [
              "org",
              "orgName",
              "post",
              "postName",
              "people",
              "dueOn",
              "late"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "stage": {
        "$ref": "#/components/schemas/ChapterStage"
      },
      "stageBy": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Hand"
          },
          {
            "type": "null"
          }
        ]
      },
      "returnedReason": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "mayWrite": {
        "type": "boolean"
      },
      "open": {
        "type": "number"
      }
    },
    "required": [
      "key",
      "title",
      "required",
      "text",
      "version",
      "by",
      "at",
      "asked",
      "stage",
      "stageBy",
      "returnedReason",
      "mayWrite",
      "open"
    ],
    "additionalProperties": false
  },
  "StudioComment": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "chapter": {
        "type": "string"
      },
      "code": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "text": {
        "type": "string"
      },
      "by": {
        "$ref": "#/components/schemas/Hand"
      },
      "at": {
        "type": "string"
      },
      "resolved": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "by": {
                "type": "string"
              },
              "at": {
                "type": "string"
              }
            },
            "required": [
              "by",
              "at"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "mayResolve": {
        "type": "boolean"
      },
      "answers": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "text": {
              "type": "string"
            },
            "by": {
              "$ref": "#/components/schemas/Hand"
            },
            "at": {
              "type": "string"
            }
          },
          "required": [
            "text",
            "by",
            "at"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "id",
      "chapter",
      "code",
      "text",
      "by",
      "at",
      "resolved",
      "mayResolve",
      "answers"
    ],
    "additionalProperties": false
  },
  "StudioOverride": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "value": {
        "type": "string"
      },
      "reason": {
        "type": "string"
      }
    },
    "required": [
      "code",
      "value",
      "reason"
    ],
    "additionalProperties": false
  },
  "StudioPost": {
    "type": "object",
    "properties": {
      "post": {
        "type": "string"
      },
      "postName": {
        "type": "string"
      },
      "people": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "post",
      "postName",
      "people"
    ],
    "additionalProperties": false
  },
  "StudioSource": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "role": {
        "enum": [
          "before",
          "superior"
        ]
      },
      "name": {
        "type": "string"
      },
      "digest": {
        "type": "string"
      },
      "file": {
        "type": "boolean"
      }
    },
    "required": [
      "id",
      "role",
      "name",
      "digest",
      "file"
    ],
    "additionalProperties": false
  },
  "StudioStep": {
    "type": "object",
    "properties": {
      "name": {
        "type": "string"
      },
      "state": {
        "enum": [
          "done",
          "now",
          "later"
        ]
      },
      "who": {
        "type": "string"
      }
    },
    "required": [
      "name",
      "state",
      "who"
    ],
    "additionalProperties": false
  },
  "StudioView": {
    "type": "object",
    "properties": {
      "matter": {
        "type": "string"
      },
      "unit": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "id",
          "name"
        ],
        "additionalProperties": false
      },
      "year": {
        "type": "number"
      },
      "state": {
        "type": "string"
      },
      "dueOn": {
        "type": "string"
      },
      "version": {
        "type": "number"
      },
      "may": {
        "type": "object",
        "properties": {
          "write": {
            "type": "boolean"
          },
          "comment": {
            "type": "boolean"
          }
        },
        "required": [
          "write",
          "comment"
        ],
        "additionalProperties": false
      },
      "chapters": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StudioChapter"
        }
      },
      "comments": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StudioComment"
        }
      },
      "overrides": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StudioOverride"
        }
      },
      "sources": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StudioSource"
        }
      },
      "steps": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StudioStep"
        }
      }
    },
    "required": [
      "matter",
      "unit",
      "year",
      "state",
      "dueOn",
      "version",
      "may",
      "chapters",
      "comments",
      "overrides",
      "sources",
      "steps"
    ],
    "additionalProperties": false
  },
  "Suspension": {
    "type": "object",
    "properties": {
      "from": {
        "type": "string",
        "format": "date"
      },
      "to": {
        "type": "string",
        "format": "date"
      },
      "reason": {
        "type": "string"
      },
      "basis": {
        "$ref": "#/components/schemas/LegalBasis"
      }
    },
    "required": [
      "from"
    ],
    "additionalProperties": false
  },
  "TakeOverRow": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "now": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "after": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "why": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "row": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/CollectedFigure"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "code",
      "name",
      "now",
      "after",
      "why",
      "row"
    ],
    "additionalProperties": false
  },
  "Tally": {
    "type": "object",
    "properties": {
      "key": {
        "type": "string"
      },
      "label": {
        "type": "string"
      },
      "count": {
        "type": "number"
      },
      "query": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      }
    },
    "required": [
      "key",
      "label",
      "count",
      "query"
    ],
    "additionalProperties": false
  },
  "TextPart": {
    "type": "object",
    "properties": {
      "start": {
        "type": "number"
      },
      "end": {
        "type": "number"
      }
    },
    "required": [
      "start",
      "end"
    ],
    "additionalProperties": false
  },
  "TextRun": {
    "type": "object",
    "properties": {
      "kind": {
        "enum": [
          "same",
          "removed",
          "added"
        ]
      },
      "text": {
        "type": "string"
      }
    },
    "required": [
      "kind",
      "text"
    ],
    "additionalProperties": false
  },
  "TimelineEntry": {
    "type": "object",
    "properties": {
      "seq": {
        "type": "number"
      },
      "at": {
        "type": "string"
      },
      "on": {
        "type": "string"
      },
      "actor": {
        "$ref": "#/components/schemas/ActorRecord"
      },
      "postName": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "kind": {
        "enum": [
          "opened",
          "acted",
          "requested",
          "returned",
          "reassigned",
          "corrected",
          "recounted",
          "served",
          "serviceVoided",
          "replaced",
          "withdrawn",
          "settled"
        ]
      },
      "action": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "documents": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "id": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "null"
                }
              ]
            },
            "name": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "name"
          ],
          "additionalProperties": false
        }
      },
      "basis": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/BasisText"
        }
      },
      "reasons": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      },
      "corrected": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/Replaced"
        }
      },
      "changed": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "label": {
              "type": "string"
            },
            "value": {
              "type": "string"
            }
          },
          "required": [
            "label",
            "value"
          ],
          "additionalProperties": false
        }
      },
      "leaf": {
        "anyOf": [
          {
            "type": "number"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "seq",
      "at",
      "on",
      "actor",
      "postName",
      "kind",
      "action",
      "name",
      "documents",
      "basis",
      "reasons",
      "corrected",
      "changed",
      "leaf"
    ],
    "additionalProperties": false
  },
  "UndeliveredMessage": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "matter": {
        "type": "string"
      },
      "number": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ]
      },
      "receipt": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "lineName": {
        "type": "string"
      },
      "actionName": {
        "type": "string"
      },
      "at": {
        "type": "string"
      },
      "failure": {
        "type": "string"
      }
    },
    "required": [
      "id",
      "matter",
      "number",
      "receipt",
      "title",
      "lineName",
      "actionName",
      "at",
      "failure"
    ],
    "additionalProperties": false
  },
  "Value": {
    "anyOf": [
      {
        "type": "object",
        "properties": {
          "is": {
            "const": "count"
          },
          "count": {
            "type": "number"
          },
          "approx": {
            "$ref": "#/components/schemas/Rounding"
          }
        },
        "required": [
          "is",
          "count"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "is": {
            "const": "money"
          },
          "fen": {
            "type": "number"
          },
          "approx": {
            "$ref": "#/components/schemas/Rounding"
          }
        },
        "required": [
          "is",
          "fen"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "is": {
            "const": "ratio"
          },
          "numerator": {
            "type": "number"
          },
          "denominator": {
            "type": "number"
          },
          "approx": {
            "$ref": "#/components/schemas/Rounding"
          }
        },
        "required": [
          "is",
          "numerator",
          "denominator"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "is": {
            "const": "missing"
          },
          "why": {
            "$ref": "#/components/schemas/Missing"
          }
        },
        "required": [
          "is",
          "why"
        ],
        "additionalProperties": false
      }
    ]
  },
  "WordsPlace": {
    "type": "object",
    "properties": {
      "start": {
        "type": "number"
      },
      "end": {
        "type": "number"
      },
      "before": {
        "type": "string"
      },
      "after": {
        "type": "string"
      }
    },
    "required": [
      "start",
      "end",
      "before",
      "after"
    ],
    "additionalProperties": false
  },
  "Workload": {
    "type": "object",
    "properties": {
      "line": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "open": {
        "type": "number"
      },
      "byDue": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/Tally"
        }
      }
    },
    "required": [
      "line",
      "name",
      "open",
      "byDue"
    ],
    "additionalProperties": false
  }
};
