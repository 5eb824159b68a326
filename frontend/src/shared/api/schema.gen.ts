/** Paths of the contract by hand, until the generated ones take their place under the same names. */
export interface paths {
  "/sessions": {
    post: {
      requestBody: { content: { "application/json": { username: string; password: string } } };
      responses: {
        201: { content: { "application/json": components["schemas"]["Login"] } };
        default: { content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
    get: {
      responses: {
        200: { content: { "application/json": { items: components["schemas"]["Session"][] } } };
        default: { content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
  };
  "/sessions/current": {
    delete: {
      responses: {
        204: { content: never };
        default: { content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
  };
  "/me": {
    get: {
      responses: {
        200: { content: { "application/json": components["schemas"]["Me"] } };
        default: { content: { "application/problem+json": components["schemas"]["Problem"] } };
      };
    };
  };
}

export interface components {
  schemas: {
    Login: { access_token: string; expires_in: number };
    Session: { id: string; device: string; created_at: string; last_used_at: string; current: boolean };
    Me: {
      account: {
        id: string;
        username: string;
        role: string;
        position: string;
        agency_id: string;
        agency_name: string;
        must_change_password: boolean;
      };
      may: string[];
    };
    Problem: {
      type: string;
      title: string;
      status: number;
      detail?: string;
      instance?: string;
      code: string;
      errors?: { pointer: string; code: string; message: string }[];
    };
  };
}
