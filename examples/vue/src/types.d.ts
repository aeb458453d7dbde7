import type {} from 'nexrtc/types/vue';
